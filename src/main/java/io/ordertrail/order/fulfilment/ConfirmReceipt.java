package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.Timeline;

/** Confirms the receipt, for the customer or for staff on the customer's behalf. */
@Service
@Transactional
public class ConfirmReceipt {

    private final Timeline timeline;
    private final OrderProcess process;

    ConfirmReceipt(Timeline timeline, OrderProcess process) {
        this.timeline = timeline;
        this.process = process;
    }

    /**
     * Confirms the receipt.
     *
     * @throws OrderRefusal when the state of the order does not allow it
     */
    public void confirm(OrderNumber number) {
        var order = process.lock(number);
        order.requireReceivable();
        timeline.note(number, "receipt", null);
        process.receiptConfirmed(order);
    }
}
