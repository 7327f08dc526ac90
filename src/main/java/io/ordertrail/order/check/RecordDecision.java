package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Refusal;

/** Records a person's decision in a task on the timeline of the order. */
@Service
@Transactional
public class RecordDecision {

    private static final int LONGEST_NOTE = 1500;

    private final Timeline timeline;

    RecordDecision(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Records the decision.
     *
     * @throws Refusal when the decision needs a reason and has none
     */
    public void record(OrderNumber number, Decision decision, String reason) {
        if (decision.needsReason() && (reason == null || reason.isBlank())) {
            throw new Refusal(Refusal.Kind.INVALID, "order.decision.reason");
        }
        timeline.note(number, "decided." + decision.word(), reason);
    }

    /**
     * Records a task that a process owner added to the diagram.
     *
     * @param task its name in the diagram
     * @param decided what the person decided, in the words of the form; may be empty
     */
    public void recordTask(OrderNumber number, String task, String decided) {
        var note = decided.isEmpty() ? task : task + ": " + decided;
        timeline.note(number, "task-done", note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
    }
}
