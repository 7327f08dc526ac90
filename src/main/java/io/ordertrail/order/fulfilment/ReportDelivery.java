package io.ordertrail.order.fulfilment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.book.ClaimedWork.Work;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.Timeline;

/** Reports to the process that the goods have reached the customer. */
@Service
@Transactional
public class ReportDelivery {

    private final Timeline timeline;
    private final OrderProcess process;
    private final ClaimedWork claimedWork;

    ReportDelivery(Timeline timeline, OrderProcess process, ClaimedWork claimedWork) {
        this.timeline = timeline;
        this.process = process;
        this.claimedWork = claimedWork;
    }

    /**
     * Reports the delivery.
     *
     * @throws OrderRefusal when the state of the order does not allow it
     * @throws io.ordertrail.refusal.Refusal when a colleague is finding out where a parcel of it is
     */
    public void report(OrderNumber number) {
        var order = process.lock(number);
        order.requireDeliverable();
        claimedWork.requireUnclaimed(Work.DELIVERY, number);
        timeline.note(number, "delivery", null);
        process.delivered(order);
    }
}
