package io.ordertrail.stock.external;

import java.time.Instant;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.ordertrail.order.book.OrderNumber;

/** One attempt to reserve an order's goods in the external stock system. */
@Entity
public class ExternalReservation {

    /**
     * ASKED: the result is not known. RELEASING: our books have released the goods, the external system may hold them
     * still. OUTDATED: the order no longer has all of these goods, and the next attempt or the release of the rest
     * releases them. REFUSED and RELEASED: it holds nothing.
     */
    public enum Status {
        ASKED,
        RESERVED,
        OUTDATED,
        RELEASING,
        REFUSED,
        RELEASED
    }

    @Id
    @Column(name = "reservation_key")
    private String key;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_number"))
    private OrderNumber orderNumber;

    private int attempt;
    private String content;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant askedAt;
    private Instant answeredAt;

    protected ExternalReservation() {
        // JPA
    }

    ExternalReservation(OrderNumber order, int attempt, String content, Instant askedAt) {
        this.key = order.value() + "-" + attempt;
        this.orderNumber = order;
        this.attempt = attempt;
        this.content = content;
        this.status = Status.ASKED;
        this.askedAt = askedAt;
    }

    /** The key of the reservation in the external system: the order's number and the number of the attempt. */
    public String key() {
        return key;
    }

    OrderNumber orderNumber() {
        return orderNumber;
    }

    /** The time of the first call. */
    Instant askedAt() {
        return askedAt;
    }

    public Status status() {
        return status;
    }

    boolean isReleasing() {
        return status == Status.RELEASING || status == Status.OUTDATED;
    }

    int attempt() {
        return attempt;
    }

    /** Tells whether the attempt covers exactly these reservations of our books. */
    boolean isFor(String content) {
        return this.content.equals(content);
    }
}
