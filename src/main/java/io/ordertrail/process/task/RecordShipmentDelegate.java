package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.RecordShipment;
import io.ordertrail.stock.picking.IssueStock;
import io.ordertrail.stock.picking.PickList;

@Component
class RecordShipmentDelegate implements JavaDelegate {

    private final Orders orders;
    private final Deadlines deadlines;
    private final IssueStock issueStock;
    private final RecordShipment recordShipment;
    private final PickList pickList;

    RecordShipmentDelegate(
            Orders orders,
            Deadlines deadlines,
            IssueStock issueStock,
            RecordShipment recordShipment,
            PickList pickList) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.issueStock = issueStock;
        this.recordShipment = recordShipment;
        this.pickList = pickList;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var due = deadlines.deliveryOf(orders.get(number).requestedDelivery());
        var carrier = (String) execution.getVariable(Variable.CARRIER);
        var trackingNumber = (String) execution.getVariable(Variable.TRACKING_NUMBER);
        var site = (String) execution.getVariable(Variable.SITE);
        var quantities = issueStock.issue(number, site, trackingNumber);
        recordShipment.record(number, new Parcel(site, carrier, trackingNumber, due, quantities));
        execution.setVariable(Variable.DELIVERY_DUE, due.toString());
        execution.setVariable(Variable.ALL_SHIPPED, pickList.lines(number).isEmpty());
    }
}
