package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** What the reviewer decided, as the order takes it: approved only when no hold is open. */
@Service
@Transactional
public class RecordReview {

    private final Orders orders;
    private final Actor actor;

    RecordReview(Orders orders, Actor actor) {
        this.orders = orders;
        this.actor = actor;
    }

    /** @throws OrderRefusal an approval over open holds */
    public void record(OrderNumber number, Decision decision) {
        var order = orders.get(number);
        if (decision == Decision.APPROVE) {
            order.approve();
        } else {
            order.lapseHolds(actor.stamp());
        }
    }
}
