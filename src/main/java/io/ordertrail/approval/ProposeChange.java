package io.ordertrail.approval;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;

/** Proposes the change of a figure to a second person. */
@Service
@Transactional
public class ProposeChange {

    private final PendingChanges changes;
    private final ApprovalSettings settings;
    private final ChangeLog log;
    private final Actor actor;

    ProposeChange(PendingChanges changes, ApprovalSettings settings, ChangeLog log, Actor actor) {
        this.changes = changes;
        this.settings = settings;
        this.log = log;
        this.actor = actor;
    }

    public void propose(Subject subject, Difference figure) {
        var stamp = actor.stamp();
        changes.save(new PendingChange(subject, figure, stamp, stamp.at().plus(settings.expiresAfter())));
        log.record(subject, Act.PROPOSED, figure.field(), figure.former(), figure.current());
    }
}
