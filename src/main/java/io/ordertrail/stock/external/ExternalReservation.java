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

/** One attempt to have an order's goods set aside in the company's own stock system. */
@Entity
public class ExternalReservation {

    /** ASKED: what became of it is not known. REFUSED and RELEASED: nothing is set aside there. */
    public enum Status {
        ASKED,
        RESERVED,
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

    /** Names the reservation in the stock system: the order's number and which attempt it is. */
    public String key() {
        return key;
    }

    OrderNumber orderNumber() {
        return orderNumber;
    }

    /** When it was asked for the first time. */
    Instant askedAt() {
        return askedAt;
    }

    public Status status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    /** Whether it was asked for exactly these reservations of ours. */
    boolean isFor(String content) {
        return this.content.equals(content);
    }
}
