package io.ordertrail.order.entry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Takes what sales corrected in an order that review sent back. The task resubmits it. */
@Service
@Transactional
public class CorrectOrder {

    private final Orders orders;
    private final BuildLines linesOf;
    private final Timeline timeline;

    CorrectOrder(Orders orders, BuildLines linesOf, Timeline timeline) {
        this.orders = orders;
        this.linesOf = linesOf;
        this.timeline = timeline;
    }

    /** Customer, channel and reference stay as entered. */
    public void correct(OrderNumber number, NewOrder corrected) {
        orders.get(number).correct(corrected, linesOf.lines(linesOf.wellFormed(corrected)));
        timeline.note(number, "corrected", null);
    }
}
