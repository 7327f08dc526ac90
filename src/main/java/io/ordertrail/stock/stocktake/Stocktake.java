package io.ordertrail.stock.stocktake;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.actor.Stamp;

/** A count of what lies at a site. Its state is changed by the conditional updates of {@link Stocktakes} only. */
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

    /** What becomes of products that nobody counted. */
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

    /** As people and the ledger call it, such as S12. */
    public String name() {
        return nameOf(number);
    }

    static String nameOf(long number) {
        return "S" + number;
    }

    public String site() {
        return site;
    }

    /** Else some products of it. */
    public boolean wholeSite() {
        return wholeSite;
    }

    /** Why it is counted; the ledger says so beside each difference. */
    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    /** How often it was submitted: who approves says which of the submissions. */
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

    /** Who booked or cancelled it. */
    public String closedBy() {
        return closedBy;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
