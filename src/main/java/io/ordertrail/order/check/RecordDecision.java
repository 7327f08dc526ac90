package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Refusal;

/** Puts what a person decided in a task on the order's timeline. */
@Service
@Transactional
public class RecordDecision {

    private final Timeline timeline;

    RecordDecision(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @throws Refusal where the decision needs a reason and has none */
    public void note(OrderNumber number, Decision decision, String reason) {
        if (decision.needsReason() && (reason == null || reason.isBlank())) {
            throw new Refusal(Refusal.Kind.INVALID, "order.decision.reason");
        }
        timeline.note(number, "decided." + decision.word(), reason);
    }
}
