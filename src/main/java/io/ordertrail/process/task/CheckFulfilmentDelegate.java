package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelRemainder;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.shipment.LastParcels;
import io.ordertrail.stock.external.RequestRelease;
import io.ordertrail.stock.picking.CheckFulfilment;

@Component
class CheckFulfilmentDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final LastParcels lastParcels;
    private final CheckFulfilment checkFulfilment;
    private final CancelRemainder cancelRemainder;
    private final RequestRelease requestRelease;

    CheckFulfilmentDelegate(
            OrderDemand orderDemand,
            LastParcels lastParcels,
            CheckFulfilment checkFulfilment,
            CancelRemainder cancelRemainder,
            RequestRelease requestRelease) {
        this.orderDemand = orderDemand;
        this.lastParcels = lastParcels;
        this.checkFulfilment = checkFulfilment;
        this.cancelRemainder = cancelRemainder;
        this.requestRelease = requestRelease;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var fulfilment = checkFulfilment.check(orderDemand.of(number));
        cancelRemainder.cancel(number, fulfilment.customerGets());
        requestRelease.afterParcels(number, fulfilment.everythingSent());
        execution.setVariable(Variable.EVERYTHING_SENT, fulfilment.everythingSent());
        execution.setVariable(
                Variable.SHORTAGE_TO_RESOLVE, fulfilment.shortageToResolve(lastParcels.anyNotSent(number)));
        execution.setVariable(Variable.ANYTHING_SENT, fulfilment.anythingSent());
    }
}
