package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelRemainder;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.stock.picking.CheckFulfilment;

@Component
class CheckFulfilmentDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final Parcels parcels;
    private final CheckFulfilment checkFulfilment;
    private final CancelRemainder cancelRemainder;

    CheckFulfilmentDelegate(OrderDemand orderDemand, Parcels parcels, CheckFulfilment checkFulfilment, CancelRemainder cancelRemainder) {
        this.orderDemand = orderDemand;
        this.parcels = parcels;
        this.checkFulfilment = checkFulfilment;
        this.cancelRemainder = cancelRemainder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var fulfilment = checkFulfilment.check(orderDemand.of(number));
        var anyNotSent = parcels.lastRound(number).stream().anyMatch(parcel -> parcel.state().notSent());
        cancelRemainder.cancel(number, fulfilment.customerGets());
        execution.setVariable(Variable.EVERYTHING_SENT, fulfilment.everythingSent());
        execution.setVariable(Variable.SHORTAGE_TO_RESOLVE, fulfilment.shortageToResolve(anyNotSent));
        execution.setVariable(Variable.ANYTHING_SENT, fulfilment.anythingSent());
    }
}
