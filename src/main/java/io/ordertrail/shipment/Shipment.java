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
import jakarta.persistence.Version;

import io.ordertrail.order.book.OrderNumber;

/** A parcel that was shipped for an order. */
@Entity
public class Shipment {

    public enum Status {
        IN_TRANSIT,
        DELIVERED,
        LOST
    }

    @Id
    private String trackingNumber;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private String site;
    private String carrier;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant shippedAt;
    private LocalDate due;
    private Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "shipment_item", joinColumns = @JoinColumn(name = "tracking_number"))
    @MapKeyColumn(name = "sku")
    @Column(name = "quantity")
    private Map<String, Integer> quantities = new TreeMap<>();

    @Version
    private Integer version;

    protected Shipment() {
        // JPA
    }

    Shipment(OrderNumber order, Parcel parcel, Instant now) {
        this.orderNumber = order;
        this.site = parcel.site();
        this.carrier = parcel.carrier();
        this.trackingNumber = parcel.trackingNumber();
        this.due = parcel.due();
        this.quantities.putAll(parcel.quantities());
        this.status = Status.IN_TRANSIT;
        this.shippedAt = now;
    }

    void close(Status to, Instant now) {
        if (status == Status.IN_TRANSIT) {
            status = to;
            closedAt = now;
        }
    }

    public OrderNumber orderNumber() {
        return orderNumber;
    }

    /** The site that shipped it; null when the order was shipped as a whole. */
    public String site() {
        return site;
    }

    public String carrier() {
        return carrier;
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public Status status() {
        return status;
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

    /** Units per product. */
    public Map<String, Integer> quantities() {
        return Map.copyOf(quantities);
    }
}
