package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.Timeline;

/** The customer, or staff for them, confirms the receipt. */
@Service
@Transactional
public class ConfirmReceipt {

    private final Timeline timeline;
    private final OrderProcess process;

    ConfirmReceipt(Timeline timeline, OrderProcess process) {
        this.timeline = timeline;
        this.process = process;
    }

    /** @throws OrderRefusal where the order is not at that point */
    public void confirm(OrderNumber number) {
        var order = process.turn(number);
        order.mayBeReceived();
        timeline.note(number, "receipt", null);
        process.receiptConfirmed(order);
    }
}
