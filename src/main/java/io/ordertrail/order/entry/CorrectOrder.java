package io.ordertrail.order.entry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Applies the corrections of sales to an order that review returned. The task resubmits the order. */
@Service
@Transactional
public class CorrectOrder {

    private final Orders orders;
    private final BuildLines buildLines;
    private final Timeline timeline;

    CorrectOrder(Orders orders, BuildLines buildLines, Timeline timeline) {
        this.orders = orders;
        this.buildLines = buildLines;
        this.timeline = timeline;
    }

    /** Customer, channel and reference stay as entered. */
    public void correct(OrderNumber number, NewOrder corrected) {
        orders.get(number).correct(corrected, buildLines.lines(buildLines.wellFormed(corrected)));
        timeline.note(number, "corrected", null);
    }
}
