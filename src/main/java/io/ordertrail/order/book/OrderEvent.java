package io.ordertrail.order.book;

import java.time.Instant;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

import org.springframework.data.annotation.Immutable;

import io.ordertrail.actor.Stamp;

/** An entry of an order's timeline. It is never changed and never deleted. */
@Entity
@Immutable
public class OrderEvent {

    @Id
    @GeneratedValue(generator = "order_event")
    @TableGenerator(
            name = "order_event",
            table = "id_block",
            pkColumnName = "name",
            valueColumnName = "next_id",
            allocationSize = 100)
    private Long id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private Instant at;
    private String actor;
    private String what;

    @Enumerated(EnumType.STRING)
    private OrderState fromState;

    @Enumerated(EnumType.STRING)
    private OrderState toState;

    private String note;

    protected OrderEvent() {
        // JPA
    }

    /** An event that does not change the order's state. */
    OrderEvent(OrderNumber order, Stamp stamp, String what, String note) {
        this.orderNumber = order;
        this.at = stamp.at();
        this.actor = stamp.by();
        this.what = what;
        this.note = note;
    }

    /**
     * A change of the order's state.
     *
     * @param from null at entry
     */
    OrderEvent(OrderNumber order, Stamp stamp, OrderState from, OrderState to) {
        this(order, stamp, "state", null);
        this.fromState = from;
        this.toState = to;
    }

    public Long id() {
        return id;
    }

    public OrderNumber orderNumber() {
        return orderNumber;
    }

    public Instant at() {
        return at;
    }

    /** The person, API client, timer or rule that acted. */
    public String actor() {
        return actor;
    }

    /** The kind of event; the message bundles translate it ({@code event.<what>}). */
    public String what() {
        return what;
    }

    /** Tells whether fields of the order changed; the trail of changes has them at the same moment. */
    public boolean changesFields() {
        return OrderChanges.KINDS.contains(what);
    }

    /** Null when the state did not change, and at entry. */
    public OrderState fromState() {
        return fromState;
    }

    public OrderState toState() {
        return toState;
    }

    /** The comment of a person or the reason of a rule; may be null. */
    public String note() {
        return note;
    }
}
