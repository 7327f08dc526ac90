package io.ordertrail.webhook;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One message to one endpoint, the same in every try. What becomes of it is written by the conditional updates of {@link Deliveries}. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    /** SENDING: a node has it until {@link #due}, then another one may. FAILED: not tried again by itself. */
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

    public boolean test() {
        return type.equals(Message.TEST);
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    /** The number of the announcement. */
    public long position() {
        return position;
    }

    String body() {
        return body;
    }

    public State state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    /** When it is tried next, while it waits. */
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
