package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelRemainder;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.external.RequestRelease;
import io.ordertrail.stock.picking.CheckFulfilment;

@Component
class CheckFulfilmentDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final Parcels parcels;
    private final CheckFulfilment checkFulfilment;
    private final RequestRelease requestRelease;

    CheckFulfilmentDelegate(OrderDemand orderDemand, CheckFulfilment checkFulfilment, RequestRelease requestRelease) {
        this.orderDemand = orderDemand;
        this.parcels = parcels;
        this.checkFulfilment = checkFulfilment;
        this.requestRelease = requestRelease;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var sent = checkFulfilment.check(orderDemand.of(number));
        requestRelease.afterParcels(number, sent.everythingShipped());
        execution.setVariable(Variable.EVERYTHING_SENT, sent.everythingShipped());
        execution.setVariable(Variable.ANYTHING_SENT, sent.anythingShipped());
    }
}
