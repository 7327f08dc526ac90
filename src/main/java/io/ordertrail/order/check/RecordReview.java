package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Records the decision of the reviewer. An order is approved only when no hold is open. */
@Service
@Transactional
public class RecordReview {

    private final Orders orders;
    private final Actor actor;

    RecordReview(Orders orders, Actor actor) {
        this.orders = orders;
        this.actor = actor;
    }

    /**
     * Records the decision; any decision but an approval lets open holds lapse.
     *
     * @throws OrderRefusal when the order is approved while a hold is open
     */
    public void record(OrderNumber number, Decision decision) {
        var order = orders.get(number);
        if (decision == Decision.APPROVE) {
            order.approve();
        } else {
            order.lapseHolds(actor.stamp());
        }
    }
}
