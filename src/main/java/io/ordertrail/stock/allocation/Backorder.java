package io.ordertrail.stock.allocation;

import java.time.Instant;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/**
 * An entry in the backorder queue of a product: the units that a line of an order still lacks, and since when the order
 * waits.
 */
@Entity
public class Backorder implements Persistable<Backorder.Key> {

    @Embeddable
    record Key(
            @Embedded @AttributeOverride(name = "value", column = @Column(name = "order_number"))
            OrderNumber order,

            int position) {}

    @EmbeddedId
    private Key key;

    private String sku;

    @Enumerated(EnumType.ORDINAL)
    private Priority priority;

    private int missing;
    private Instant since;

    @Transient
    private boolean stored;

    protected Backorder() {
        // JPA
    }

    public Backorder(OrderLineRef line, int missing, Instant since) {
        this.key = new Key(line.order(), line.position());
        this.sku = line.sku();
        this.priority = line.priority();
        this.missing = missing;
        this.since = since;
    }

    @PostPersist
    @PostLoad
    void store() {
        stored = true;
    }

    @Override
    public Key getId() {
        return key;
    }

    /** Needs no query: an order gets one backorder per line. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    public OrderNumber order() {
        return key.order();
    }

    /** The line's place in the order, from 0. */
    public int position() {
        return key.position();
    }

    public String sku() {
        return sku;
    }

    /** The queue serves orders of higher priority first. */
    public Priority priority() {
        return priority;
    }

    /** Another line of the same order in the queue. */
    Backorder ofLine(int position, String ofSku, int units) {
        return new Backorder(new OrderLineRef(order(), position, ofSku, priority), units, since);
    }

    OrderLineRef orderLine() {
        return new OrderLineRef(order(), position(), sku, priority);
    }

    /** Units still missing; at least 1. */
    public int missing() {
        return missing;
    }

    /** When the order was entered: within a priority, the queue serves the oldest order first. */
    public Instant since() {
        return since;
    }

    void updateMissing(int units) {
        missing = units;
    }

    /**
     * Takes allocated units off what is missing.
     *
     * @return whether nothing is missing any more
     */
    boolean allocate(int units) {
        missing -= units;
        return missing == 0;
    }
}
