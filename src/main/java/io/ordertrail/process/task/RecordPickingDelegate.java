package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.shipment.EndPicking;
import io.ordertrail.stock.picking.RecordPicking;

@Component
class RecordPickingDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final EndPicking endPicking;
    private final RecordPicking recordPicking;

    RecordPickingDelegate(OrderDemand orderDemand, EndPicking endPicking, RecordPicking recordPicking) {
        this.orderDemand = orderDemand;
        this.endPicking = endPicking;
        this.recordPicking = recordPicking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var parcel = (String) execution.getVariable(Variable.PARCEL);
        var picked = recordPicking.record(orderDemand.of(number), parcel, endPicking.wasShortened(parcel));
        endPicking.end(parcel, picked.readyToShip(), picked.restToPick());
        execution.setVariable(Variable.READY_TO_SHIP, picked.readyToShip());
        execution.setVariable(Variable.REST_TO_PICK, picked.restToPick());
    }
}
