package io.ordertrail.web.master;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.approval.FigureRights;
import io.ordertrail.approval.PendingChange;
import io.ordertrail.approval.PendingChanges;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;

/** What happened to a record and what waits for approval, for the page of the record. */
@Component
class RecordHistory {

    private final Changes changes;
    private final PendingChanges pending;
    private final FigureRights rights;
    private final Clock clock;

    RecordHistory(Changes changes, PendingChanges pending, FigureRights rights, Clock clock) {
        this.changes = changes;
        this.pending = pending;
        this.rights = rights;
        this.clock = clock;
    }

    List<ChangeSet> changes(Kind kind, String code) {
        return changes.newest(kind, code);
    }

    /** The last change; null when none is recorded. */
    ChangeSet last(Kind kind, String code) {
        return changes(kind, code).stream().findFirst().orElse(null);
    }

    List<PendingChange> waiting(Kind kind, String code) {
        return pending.waiting(kind, code, clock.instant());
    }

    /** Tells whether the user may change the figures that rules judge by. */
    boolean changesFigures() {
        return rights.mayChange();
    }
}
