package io.ordertrail.stock.stocktake;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.actor.Stamp;

/** A count of the stock at a site. Only the conditional updates of {@link Stocktakes} change its state. */
@Entity
public class Stocktake {

    public enum State {
        COUNTING,
        SUBMITTED,
        APPROVED,
        BOOKED,
        CANCELLED;

        public boolean isOpen() {
            return this != BOOKED && this != CANCELLED;
        }
    }

    /** How products without a count are treated. */
    public enum Uncounted {
        LEFT_OUT,
        AS_ZERO
    }

    @Id
    @GeneratedValue(generator = "stocktake")
    @TableGenerator(
            name = "stocktake",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 1)
    private Long number;

    private String site;
    private boolean wholeSite;
    private String reason;

    @Enumerated(EnumType.STRING)
    private State state;

    private int round;
    private String openedBy;
    private Instant openedAt;
    private String submittedBy;
    private Instant submittedAt;
    private String approvedBy;
    private Instant approvedAt;
    private String closedBy;
    private Instant closedAt;

    protected Stocktake() {
        // JPA
    }

    Stocktake(String site, boolean wholeSite, String reason, Stamp opened) {
        this.site = site;
        this.wholeSite = wholeSite;
        this.reason = reason;
        this.state = State.COUNTING;
        this.openedBy = opened.by();
        this.openedAt = opened.at();
    }

    public long number() {
        return number;
    }

    /** The name for people and the ledger, such as S12. */
    public String name() {
        return nameOf(number);
    }

    static String nameOf(long number) {
        return "S" + number;
    }

    public String site() {
        return site;
    }

    /** Tells whether the stocktake counts all products of the site, and not some of them. */
    public boolean wholeSite() {
        return wholeSite;
    }

    /** The reason for the stocktake; the ledger shows it with each difference. */
    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    /** How often the stocktake was submitted: the approver names the submission. */
    public int round() {
        return round;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    /** The person who booked or cancelled it. */
    public String closedBy() {
        return closedBy;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
