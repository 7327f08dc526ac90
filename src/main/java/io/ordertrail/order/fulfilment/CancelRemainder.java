package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Cancels the quantities that the customer no longer gets from an order that is partly shipped. */
@Service
@Transactional
public class CancelRemainder {

    private final Orders orders;
    private final Timeline timeline;

    CancelRemainder(Orders orders, Timeline timeline) {
        this.orders = orders;
        this.timeline = timeline;
    }

    /**
     * Cancels the remaining quantities.
     *
     * @param kept units by line that the customer gets
     */
    public void cancel(OrderNumber number, Map<Integer, Integer> kept) {
        var order = orders.get(number);
        var before = order.requiredQuantities();
        order.cancelBeyond(kept);
        if (!order.requiredQuantities().equals(before)) {
            timeline.note(number, "quantity-cancelled", null);
        }
    }
}
