package io.ordertrail.approval;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;

/**
 * The value that a figure had before the small changes of the last days, which no second person saw. A large change in
 * small steps is a large change.
 */
@Component
public class ReviewedFigures {

    private final Changes changes;
    private final ApprovalSettings settings;
    private final Actor actor;

    ReviewedFigures(Changes changes, ApprovalSettings settings, Actor actor) {
        this.changes = changes;
        this.settings = settings;
        this.actor = actor;
    }

    /**
     * Finds the value.
     *
     * @param now the value that holds now
     */
    public String value(Subject subject, String field, String now) {
        var since = actor.stamp().at().minus(settings.expiresAfter());
        String reviewed = null;
        for (var change : changes.since(subject.kind(), subject.code(), field, since)) {
            if (change.act() == Act.APPROVED) {
                reviewed = null;
            } else if (change.act() == Act.CHANGED && reviewed == null) {
                reviewed = change.difference().former();
            }
        }
        return reviewed == null ? now : reviewed;
    }
}
