package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.book.ClaimedWork.Work;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderRefusal;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Releases one hold after the reviewer has accepted the finding of the rule. */
@Service
@Transactional
public class ReleaseHold {

    private final Orders orders;
    private final Timeline timeline;
    private final ClaimedWork claimedWork;
    private final Actor actor;

    ReleaseHold(Orders orders, Timeline timeline, ClaimedWork claimedWork, Actor actor) {
        this.orders = orders;
        this.timeline = timeline;
        this.claimedWork = claimedWork;
        this.actor = actor;
    }

    /**
     * Releases the hold.
     *
     * @param position of the hold in {@link Order#holds()}, from 0
     * @throws OrderRefusal when the order is not in review or the hold is not open
     * @throws io.ordertrail.refusal.Refusal when a colleague has claimed the review
     */
    public void release(OrderNumber number, int position) {
        var order = orders.get(number);
        if (order.state() != OrderState.IN_REVIEW) {
            throw new OrderRefusal("release", order);
        }
        claimedWork.requireUnclaimed(Work.REVIEW, number);
        timeline.note(number, "released", order.release(position, actor.stamp()).rule());
    }
}
