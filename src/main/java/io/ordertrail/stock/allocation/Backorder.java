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

/** A place in the line for a product: so many pieces are missing for a line of an order that waits since then. */
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

    /** Known without a look: an order gets each of its places once. */
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

    /** Who is more pressing is served first. */
    public Priority priority() {
        return priority;
    }

    OrderLineRef whose() {
        return new OrderLineRef(order(), position(), sku, priority);
    }

    /** Pieces still missing; at least 1. */
    public int missing() {
        return missing;
    }

    /** When the order was entered: of equals, who came first is served first. */
    public Instant since() {
        return since;
    }

    void lacks(int pieces) {
        missing = pieces;
    }

    /** @return whether nothing is missing any more */
    boolean got(int pieces) {
        missing -= pieces;
        return missing == 0;
    }
}
