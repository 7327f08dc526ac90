package io.ordertrail.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.springframework.data.domain.Persistable;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.PlannedParcel;
import io.ordertrail.search.Reach;
import io.ordertrail.search.SearchTexts;

/**
 * A parcel of an order, from its pick list to its delivery. The reservations that carry its number are its content;
 * once a carrier has it, the parcel itself knows what it contains.
 */
@Entity
public class Parcel implements Persistable<String> {

    /**
     * SHORTENED: a booked loss took goods from it before it was picked. MISSING: it was not sent, because goods were
     * missing. RELEASED: it was not sent, because its goods were released.
     */
    public enum State {
        TO_PICK,
        SHORTENED,
        TO_SHIP,
        MISSING,
        RELEASED,
        IN_TRANSIT,
        DELIVERED,
        LOST;

        /** Tells whether it is to be picked. */
        public boolean toPick() {
            return this == TO_PICK || this == SHORTENED;
        }

        /** Tells whether a carrier has it or had it. */
        public boolean shipped() {
            return compareTo(IN_TRANSIT) >= 0;
        }

        /** Tells whether the warehouse or shipping still works on it. */
        public boolean beforeShipping() {
            return compareTo(MISSING) < 0;
        }

        /** Tells whether it ended without being sent. */
        public boolean notSent() {
            return this == MISSING || this == RELEASED;
        }
    }

    @Id
    private String number;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private int sequence;

    @Enumerated(EnumType.STRING)
    private State state;

    private String carrier;
    private String trackingNumber;
    private Instant shippedAt;
    private LocalDate due;
    private Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "parcel_item", joinColumns = @JoinColumn(name = "parcel"))
    @MapKeyColumn(name = "sku")
    @Column(name = "quantity")
    private Map<String, Integer> quantities = new TreeMap<>();

    @Version
    private Integer version;

    @Transient
    private boolean stored;

    protected Parcel() {
        // JPA
    }

    Parcel(PlannedParcel planned) {
        this.number = planned.number();
        this.orderNumber = planned.order();
        this.sequence = planned.sequence();
        this.state = State.TO_PICK;
    }

    @PostPersist
    @PostLoad
    void store() {
        stored = true;
    }

    @Override
    public String getId() {
        return number;
    }

    /** Needs no query: each parcel has a number of its own. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    /** A booked loss takes goods from the parcel. A parcel that is picked keeps what it has. */
    void shorten() {
        if (state == State.TO_PICK) {
            state = State.SHORTENED;
        }
    }

    void picked(State result) {
        state = result;
    }

    void release() {
        if (state.beforeShipping()) {
            state = State.RELEASED;
        }
    }

    void ship(Handover handover, Instant now) {
        carrier = handover.carrier();
        trackingNumber = handover.trackingNumber();
        due = handover.due();
        quantities.putAll(handover.quantities());
        state = State.IN_TRANSIT;
        shippedAt = now;
    }

    void close(State to, Instant now) {
        if (state == State.IN_TRANSIT) {
            state = to;
            closedAt = now;
        }
    }

    /** See {@link PlannedParcel#number()}. */
    public String number() {
        return number;
    }

    /** By which words its order is found. */
    SearchTexts searchTexts() {
        return new SearchTexts().code(Reach.OPEN, trackingNumber);
    }

    public OrderNumber orderNumber() {
        return orderNumber;
    }

    public State state() {
        return state;
    }

    /** The carrier; null before shipping, like all that follows from shipping. */
    public String carrier() {
        return carrier;
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public Instant shippedAt() {
        return shippedAt;
    }

    /** The day by the end of which it should be delivered. */
    public LocalDate due() {
        return due;
    }

    /** When it was delivered or reported lost; null while it is in transit. */
    public Instant closedAt() {
        return closedAt;
    }

    /** Units per product that the carrier took over; empty before. */
    public Map<String, Integer> quantities() {
        return Map.copyOf(quantities);
    }
}
