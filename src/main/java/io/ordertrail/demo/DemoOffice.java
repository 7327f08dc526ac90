package io.ordertrail.demo;

import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/** What order review and sales do with a demo order. */
@Component
class DemoOffice {

    private final DemoStaff staff;
    private final Orders orders;
    private final ReleaseHold releaseHold;
    private final CancelOrder cancelOrder;

    DemoOffice(DemoStaff staff, Orders orders, ReleaseHold releaseHold, CancelOrder cancelOrder) {
        this.staff = staff;
        this.orders = orders;
        this.releaseHold = releaseHold;
        this.cancelOrder = cancelOrder;
    }

    /** Approves an order that is held; most orders have no hold. */
    void approve(OrderNumber number) {
        var order = orders.get(number);
        if (order.state() == OrderState.IN_REVIEW) {
            for (int i = 0; i < order.holds().size(); i++) {
                release(number, i);
            }
            review(number, "approve", "Talked to the customer: it is meant as ordered.");
        }
    }

    private void release(OrderNumber number, int hold) {
        staff.as(Role.ORDER_REVIEW, () -> releaseHold.release(number, hold));
    }

    void sendBack(OrderNumber number) {
        review(
                number,
                "correct",
                "The price is far under list and no offer names it. Please settle it with the customer.");
    }

    void reject(OrderNumber number) {
        review(number, "reject", "No free credit, and the customer does not want to pay in advance.");
    }

    private void review(OrderNumber number, String decision, String reason) {
        staff.complete(
                DemoJob.REVIEW, number, Map.of(Variable.REVIEW_DECISION, decision, Variable.REVIEW_REASON, reason));
    }

    void withdraw(OrderNumber number) {
        staff.complete(
                DemoJob.CORRECTION,
                number,
                Map.of(
                        Variable.CORRECTION_DECISION,
                        "withdraw",
                        Variable.CORRECTION_REASON,
                        "The customer does not want the goods at our price."));
    }

    void cancel(OrderNumber number) {
        staff.as(
                Role.SALES,
                () -> cancelOrder.cancel(number, new Cancellation("The customer ordered for a day that is off now.")));
    }
}
