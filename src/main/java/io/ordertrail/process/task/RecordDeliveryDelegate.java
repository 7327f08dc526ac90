package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.RecordDelivery;

@Component
class RecordDeliveryDelegate implements JavaDelegate {

    private final Orders orders;
    private final RecordDelivery recordDelivery;

    RecordDeliveryDelegate(Orders orders, RecordDelivery recordDelivery) {
        this.orders = orders;
        this.recordDelivery = recordDelivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var parcel = (String) execution.getVariable(Variable.PARCEL);
        var required = orders.get(number).requiredQuantities();
        execution.setVariable(Variable.ALL_DELIVERED, recordDelivery.record(number, parcel, required));
    }
}
