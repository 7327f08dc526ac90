package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.Timeline;

/** Reports to the process that the goods have reached the customer. */
@Service
@Transactional
public class ReportDelivery {

    private final Timeline timeline;
    private final OrderProcess process;

    ReportDelivery(Timeline timeline, OrderProcess process) {
        this.timeline = timeline;
        this.process = process;
    }

    /**
     * Reports the delivery.
     *
     * @throws OrderRefusal when the state of the order does not allow it
     */
    public void report(OrderNumber number) {
        var order = process.lock(number);
        order.requireDeliverable();
        timeline.note(number, "delivery", null);
        process.delivered(order);
    }
}
