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
     * @param shipped units by line that have left and are not lost
     */
    public void cancel(OrderNumber number, Map<Integer, Integer> shipped) {
        var order = orders.get(number);
        var before = order.requiredQuantities();
        order.cancelBeyond(shipped);
        if (!order.requiredQuantities().equals(before)) {
            timeline.note(number, "struck", null);
        }
    }
}
