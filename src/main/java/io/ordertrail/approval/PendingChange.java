package io.ordertrail.approval;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.actor.Stamp;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;

/**
 * A figure that changes when a second person approves. Until then the former value holds. Only the conditional updates
 * of {@link PendingChanges} change its state.
 */
@Entity
public class PendingChange {

    public enum State {
        WAITING,
        APPROVED,
        WITHDRAWN,
        EXPIRED
    }

    @Id
    @GeneratedValue(generator = "pending_change")
    @TableGenerator(
            name = "pending_change",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 1)
    private Long id;

    @Enumerated(EnumType.STRING)
    private Subject.Kind kind;

    private String subject;
    private String field;
    private String former;
    private String proposed;
    private String proposedBy;
    private Instant proposedAt;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private String decidedBy;
    private Instant decidedAt;
    /** Names the figure while the change waits, so that a figure has one waiting change. */
    private String waitingFor;

    protected PendingChange() {
        // JPA
    }

    PendingChange(Subject subject, Difference figure, Stamp proposed, Instant expiresAt) {
        this.kind = subject.kind();
        this.subject = subject.code();
        this.field = figure.field();
        this.former = figure.former();
        this.proposed = figure.current();
        this.proposedBy = proposed.by();
        this.proposedAt = proposed.at();
        this.expiresAt = expiresAt;
        this.state = State.WAITING;
        this.waitingFor = kind + " " + field + " " + this.subject;
    }

    public Long id() {
        return id;
    }

    public Subject subject() {
        return new Subject(kind, subject);
    }

    public String field() {
        return field;
    }

    /** The value that holds until the change is approved. */
    public String former() {
        return former;
    }

    public String proposed() {
        return proposed;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public State state() {
        return state;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
