package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.ApplyShortagePolicy;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.shipment.LastParcels;
import io.ordertrail.stock.allocation.ReserveAvailable;

@Component
class ApplyShortagePolicyDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final ReserveAvailable reserveAvailable;
    private final LastParcels lastParcels;
    private final ApplyShortagePolicy applyShortagePolicy;

    ApplyShortagePolicyDelegate(
            OrderDemand orderDemand,
            ReserveAvailable reserveAvailable,
            LastParcels lastParcels,
            ApplyShortagePolicy applyShortagePolicy) {
        this.orderDemand = orderDemand;
        this.reserveAvailable = reserveAvailable;
        this.lastParcels = lastParcels;
        this.applyShortagePolicy = applyShortagePolicy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var anythingAvailable = reserveAvailable.canShipAnything(orderDemand.of(number));
        execution.setVariable(
                Variable.SHORTAGE_DECISION,
                applyShortagePolicy.apply(number, anythingAvailable, lastParcels.anyReleased(number)));
    }
}
