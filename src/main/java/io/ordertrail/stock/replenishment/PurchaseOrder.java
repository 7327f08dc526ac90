package io.ordertrail.stock.replenishment;

import java.time.Instant;
import java.time.LocalDate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import io.ordertrail.stock.ledger.PurchaseNumber;

/**
 * A purchase of one product for one site: proposed, then ordered or declined. Only the conditional updates of
 * {@link PurchaseOrders} change it.
 */
@Entity
public class PurchaseOrder {

    /** CLOSED: the open quantity will not arrive. */
    public enum State {
        PROPOSED,
        DECLINED,
        ORDERED,
        RECEIVED,
        CLOSED
    }

    /** Numbers are drawn one by one and not in blocks: people read them, and purchase orders are few. */
    @Id
    @GeneratedValue(generator = "purchase")
    @TableGenerator(
            name = "purchase",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 1)
    private Long id;

    private String sku;
    private String site;

    @Enumerated(EnumType.STRING)
    private State state;

    private int suggested;
    private Integer ordered;
    private int received;
    private LocalDate expected;
    private String note;
    private String processInstance;
    private Instant proposedAt;
    private Instant decidedAt;
    private String decidedBy;
    private Instant endedAt;

    protected PurchaseOrder() {
        // JPA
    }

    PurchaseOrder(String sku, String site, Instant proposedAt) {
        this.sku = sku;
        this.site = site;
        this.state = State.PROPOSED;
        this.proposedAt = proposedAt;
    }

    public PurchaseNumber number() {
        return new PurchaseNumber(id);
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    public State state() {
        return state;
    }

    /** Units proposed to the buyer. */
    public int suggested() {
        return suggested;
    }

    /** Null where nothing was ordered. */
    public Integer ordered() {
        return ordered;
    }

    public int received() {
        return received;
    }

    /** Units still to be received. */
    public int open() {
        return state == State.ORDERED ? ordered - received : 0;
    }

    /** Null where nothing was ordered. */
    public LocalDate expected() {
        return expected;
    }

    public boolean overdue(LocalDate today) {
        return open() > 0 && expected.isBefore(today);
    }

    /** The buyer's last note or reason, or null. */
    public String note() {
        return note;
    }

    public String processInstance() {
        return processInstance;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
