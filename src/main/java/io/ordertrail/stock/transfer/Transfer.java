package io.ordertrail.stock.transfer;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.actor.Stamp;

/** Goods in transit from one site to another. Only the conditional update of {@link Transfers} changes its state. */
@Entity
public class Transfer {

    public enum State {
        SENT,
        ARRIVED
    }

    @Id
    @GeneratedValue(generator = "transfer")
    @TableGenerator(
            name = "transfer",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 1)
    private Long number;

    private String request;
    private String fromSite;
    private String toSite;

    @Enumerated(EnumType.STRING)
    private State state;

    private String note;
    private String sentBy;
    private Instant sentAt;
    private String arrivedBy;
    private Instant arrivedAt;
    private String reason;

    protected Transfer() {
        // JPA
    }

    Transfer(TransferPlan plan, Stamp sent) {
        this.request = plan.id();
        this.fromSite = plan.from();
        this.toSite = plan.to();
        this.state = State.SENT;
        this.note = plan.note();
        this.sentBy = sent.by();
        this.sentAt = sent.at();
    }

    public long number() {
        return number;
    }

    /** The name for people and the ledger, such as T7. */
    public String name() {
        return nameOf(number);
    }

    static String nameOf(long number) {
        return "T" + number;
    }

    public String fromSite() {
        return fromSite;
    }

    public String toSite() {
        return toSite;
    }

    public State state() {
        return state;
    }

    public String note() {
        return note;
    }

    public String sentBy() {
        return sentBy;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String arrivedBy() {
        return arrivedBy;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** Why fewer units arrived than were sent; null where all arrived. */
    public String reason() {
        return reason;
    }
}
