package io.ordertrail.order.book;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import io.ordertrail.actor.Stamp;
import io.ordertrail.refusal.Sentence;

/** A rule's finding that holds an order. A person releases each hold separately. */
@Embeddable
public class Hold {

    /** LAPSED: the order was checked again, or ended, before anybody released the hold. */
    public enum Status {
        OPEN,
        RELEASED,
        LAPSED
    }

    @Column(name = "rule_id")
    private String rule;

    private String reason;
    private String severity;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant openedAt;
    private Instant closedAt;
    private String closedBy;

    protected Hold() {
        // JPA
    }

    Hold(Finding finding, Instant now) {
        rule = finding.rule();
        reason = finding.reason();
        severity = finding.severity();
        status = Status.OPEN;
        openedAt = now;
    }

    void close(Status to, Stamp stamp) {
        if (open()) {
            status = to;
            closedBy = stamp.by();
            closedAt = stamp.at();
        }
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    public String rule() {
        return rule;
    }

    /** The sentence of the rule; of a failure, our own in the language of the reader. */
    public String reason() {
        return Finding.isFailure(rule) ? Sentence.of("hold.reason." + rule, reason) : reason;
    }

    public String severity() {
        return severity;
    }

    public Status status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** Who released it; null while open. */
    public String closedBy() {
        return closedBy;
    }
}
