package io.ordertrail.order.entry;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Checked;

/** Applies the corrections of sales to an order that review returned. The task resubmits the order. */
@Service
@Transactional
public class CorrectOrder {

    private final Checked checked;
    private final LookUpMasterData lookUp;
    private final Orders orders;
    private final Timeline timeline;

    CorrectOrder(Checked checked, LookUpMasterData lookUp, Orders orders, Timeline timeline) {
        this.checked = checked;
        this.lookUp = lookUp;
        this.orders = orders;
        this.timeline = timeline;
    }

    /** Customer, channel and reference stay as entered. */
    public void correct(OrderNumber number, NewOrder corrected) {
        var lines = lookUp.of(List.of(checked.valid(corrected))).lines(corrected);
        orders.get(number).correct(corrected, lines);
        timeline.note(number, "corrected", null);
    }
}
