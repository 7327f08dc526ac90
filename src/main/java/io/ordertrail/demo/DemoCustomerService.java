package io.ordertrail.demo;

import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/**
 * Records what happens to a demo order after shipping: by the systems of customer and carrier, or by customer service.
 */
@Component
class DemoCustomerService {

    private final DemoStaff staff;
    private final Orders orders;
    private final DemoCarrier carrier;
    private final ReportDelivery reportDelivery;
    private final ConfirmReceipt confirmReceipt;

    DemoCustomerService(
            DemoStaff staff,
            Orders orders,
            DemoCarrier carrier,
            ReportDelivery reportDelivery,
            ConfirmReceipt confirmReceipt) {
        this.staff = staff;
        this.orders = orders;
        this.carrier = carrier;
        this.reportDelivery = reportDelivery;
        this.confirmReceipt = confirmReceipt;
    }

    void deliver(OrderNumber order) {
        if (isFromSystem(order)) {
            carrier.reportDelivery(order);
        } else {
            staff.as(Role.CUSTOMER_SERVICE, () -> reportDelivery.report(order));
        }
    }

    void confirmReceipt(OrderNumber order) {
        staff.as(isFromSystem(order) ? Role.SYSTEMS : Role.CUSTOMER_SERVICE, () -> confirmReceipt.confirm(order));
    }

    void reship(OrderNumber order) {
        chase(order, "sendAgain", "The carrier cannot find the parcel.");
    }

    void writeOff(OrderNumber order) {
        chase(order, "writeOff", "The carrier lost the parcel, and the customer no longer needs the goods.");
    }

    private void chase(OrderNumber order, String decision, String reason) {
        staff.complete(DemoJob.CHASE, order, Map.of(Variable.CHASE_DECISION, decision, Variable.CHASE_REASON, reason));
    }

    private boolean isFromSystem(OrderNumber order) {
        return DemoOrder.isFromSystem(orders.get(order).channel());
    }
}
