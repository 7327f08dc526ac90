package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Strikes what the customer does not get any more from an order of which the rest was sent. */
@Service
@Transactional
public class CancelRemainder {

    private final Orders orders;
    private final Timeline timeline;

    CancelRemainder(Orders orders, Timeline timeline) {
        this.orders = orders;
        this.timeline = timeline;
    }

    /** @param sent pieces by line that have left and are not lost */
    public void strike(OrderNumber number, Map<Integer, Integer> sent) {
        var order = orders.get(number);
        var before = order.wanted();
        order.strikeBeyond(sent);
        if (!order.wanted().equals(before)) {
            timeline.note(number, "struck", null);
        }
    }
}
