package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Checked;

/** Asks the process to cancel an order. The process releases the goods and ends the order. */
@Service
@Transactional
public class CancelOrder {

    private final Timeline timeline;
    private final OrderProcess process;
    private final Checked checked;

    CancelOrder(Timeline timeline, OrderProcess process, Checked checked) {
        this.timeline = timeline;
        this.process = process;
        this.checked = checked;
    }

    /**
     * Requests the cancellation.
     *
     * @throws OrderRefusal when the state of the order does not allow it
     */
    public void cancel(OrderNumber number, Cancellation cancellation) {
        checked.valid(cancellation);
        var order = process.lock(number);
        order.requireCancellable();
        timeline.note(number, "cancellation", cancellation.reason());
        process.cancellationRequested(order);
    }
}
