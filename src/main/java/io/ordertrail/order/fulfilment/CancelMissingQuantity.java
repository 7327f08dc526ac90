package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Strikes from the order what cannot be had, so that the rest goes on. */
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
     * @param promised pieces by line that the order has
     * @throws OrderRefusal when that is nothing
     */
    public void strike(OrderNumber number, Map<Integer, Integer> promised) {
        orders.get(number).strikeBeyond(promised);
        timeline.note(number, "struck", null);
    }
}
