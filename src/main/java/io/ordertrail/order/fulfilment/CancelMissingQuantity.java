package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Cancels the quantities that are not available, so that the rest of the order can be shipped. */
@Service
@Transactional
public class CancelMissingQuantity {

    private final Orders orders;
    private final Timeline timeline;

    CancelMissingQuantity(Orders orders, Timeline timeline) {
        this.orders = orders;
        this.timeline = timeline;
    }

    /**
     * Cancels the missing quantities.
     *
     * @param allocated units by line that the order has
     * @throws OrderRefusal when the order has none
     */
    public void cancel(OrderNumber number, Map<Integer, Integer> allocated) {
        orders.get(number).cancelBeyond(allocated);
        timeline.note(number, "quantity-cancelled", null);
    }
}
