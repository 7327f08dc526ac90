package io.ordertrail.approval;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.approval.PendingChange.State;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.refusal.Refusal;

/** Approves, withdraws or ends a change that waits. Nobody approves a change of their own. */
@Service
@Transactional
public class DecideChange {

    private static final Limit AT_ONCE = Limit.of(100);

    private final PendingChanges changes;
    private final List<ApprovedFigures> figures;
    private final FigureRights rights;
    private final ChangeLog log;
    private final Actor actor;

    DecideChange(
            PendingChanges changes, List<ApprovedFigures> figures, FigureRights rights, ChangeLog log, Actor actor) {
        this.changes = changes;
        this.figures = figures;
        this.rights = rights;
        this.log = log;
        this.actor = actor;
    }

    /**
     * Sets the figure to the proposed value.
     *
     * @throws Refusal when the actor proposed it, or it waits no longer
     */
    public PendingChange approve(long id) {
        requireRight();
        var stamp = actor.stamp();
        var change = after(changes.approve(id, stamp), id);
        figures.stream().filter(one -> one.kind() == change.subject().kind()).forEach(one -> one.set(change));
        log.record(change.subject(), Act.APPROVED, change.field(), change.former(), change.proposed());
        return change;
    }

    /** Takes a change back: one's own, or that of another member of the group. The former value stays. */
    public PendingChange withdraw(long id) {
        requireRight();
        return end(id, State.WITHDRAWN, Act.WITHDRAWN);
    }

    /** Ends the changes that nobody approved in time. */
    public void expire() {
        changes.overdue(actor.stamp().at(), AT_ONCE).forEach(late -> {
            if (changes.end(late.id(), State.EXPIRED, actor.stamp()) == 1) {
                log.record(late.subject(), Act.EXPIRED, late.field(), late.proposed(), late.former());
            }
        });
    }

    private PendingChange end(long id, State to, Act act) {
        var change = after(changes.end(id, to, actor.stamp()), id);
        log.record(change.subject(), act, change.field(), change.proposed(), change.former());
        return change;
    }

    private void requireRight() {
        if (!rights.mayChange()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "approval.refuses.role");
        }
    }

    private PendingChange after(int taken, long id) {
        var change = changes.get(id);
        if (taken == 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "approval.refuses." + reason(change),
                    change.subject().code(),
                    change.decidedBy() == null ? "" : change.decidedBy());
        }
        return change;
    }

    private String reason(PendingChange change) {
        if (change.state() != State.WAITING) {
            return change.state().name();
        }
        return change.proposedBy().equals(actor.name()) ? "own" : State.EXPIRED.name();
    }
}
