package io.ordertrail.webhook;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One message to one endpoint, the same in every attempt. The conditional updates of {@link WebhookDeliveries} change
 * its state.
 */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    /** SENDING: a node has claimed it until {@link #due}. FAILED: only a person can have it sent again. */
    public enum State {
        WAITING,
        SENDING,
        DELIVERED,
        FAILED
    }

    @Id
    private String id;

    private String endpoint;
    private String type;
    private String sku;
    private String site;
    private long position;
    private String body;

    @Enumerated(EnumType.STRING)
    private State state;

    private int tries;
    private Instant due;
    private Instant createdAt;
    private Instant triedAt;
    private Integer lastStatus;

    @Enumerated(EnumType.STRING)
    private DeliveryOutcome.Problem lastProblem;

    protected WebhookDelivery() {
        // JPA
    }

    WebhookDelivery(String endpoint, Message message, Instant now) {
        this.id = message.id();
        this.endpoint = endpoint;
        this.type = message.type();
        this.sku = message.sku();
        this.site = message.site();
        this.position = message.position();
        this.body = message.body();
        this.state = State.WAITING;
        this.due = now;
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    String endpoint() {
        return endpoint;
    }

    public String type() {
        return type;
    }

    /** Tells whether this is a test message. */
    public boolean test() {
        return type.equals(Message.TEST);
    }

    /** Tells whether this message is about an alert. */
    public boolean alert() {
        return type.equals(Message.ALERT_RAISED) || type.equals(Message.ALERT_RESOLVED);
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    /** The number of the announcement; of a test message its time in microseconds since 1970. */
    public long position() {
        return position;
    }

    String body() {
        return body;
    }

    public State state() {
        return state;
    }

    /** The number of attempts so far. */
    public int tries() {
        return tries;
    }

    /** When the next attempt is due. */
    public Instant due() {
        return due;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant triedAt() {
        return triedAt;
    }

    public Integer lastStatus() {
        return lastStatus;
    }

    public String lastProblem() {
        return lastProblem == null ? null : lastProblem.name();
    }
}
