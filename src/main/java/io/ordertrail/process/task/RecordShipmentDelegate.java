package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.DeliveryPromise;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.shipment.Handover;
import io.ordertrail.shipment.RecordShipment;
import io.ordertrail.stock.picking.CheckFulfilment;
import io.ordertrail.stock.picking.IssueStock;

@Component
class RecordShipmentDelegate implements JavaDelegate {

    private final DeliveryPromise deliveryPromise;
    private final IssueStock issueStock;
    private final RecordShipment recordShipment;
    private final OrderDemand orderDemand;
    private final CheckFulfilment checkFulfilment;

    RecordShipmentDelegate(
            DeliveryPromise deliveryPromise,
            IssueStock issueStock,
            RecordShipment recordShipment,
            OrderDemand orderDemand,
            CheckFulfilment checkFulfilment) {
        this.deliveryPromise = deliveryPromise;
        this.issueStock = issueStock;
        this.recordShipment = recordShipment;
        this.orderDemand = orderDemand;
        this.checkFulfilment = checkFulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var parcel = (String) execution.getVariable(Variable.PARCEL);
        var due = deliveryPromise.ofShipped(number);
        var carrier = (String) execution.getVariable(Variable.CARRIER);
        var trackingNumber = (String) execution.getVariable(Variable.TRACKING_NUMBER);
        var quantities = issueStock.issue(number, parcel);
        recordShipment.record(parcel, new Handover(carrier, trackingNumber, due, quantities));
        execution.setVariable(Variable.DELIVERY_DUE, due.toString());
        execution.setVariable(
                Variable.ALL_SHIPPED,
                checkFulfilment.check(orderDemand.of(number)).everythingSent());
    }
}
