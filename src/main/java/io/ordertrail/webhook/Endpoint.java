package io.ordertrail.webhook;

import java.time.Instant;
import java.util.List;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.ordertrail.actor.Stamp;
import io.ordertrail.stock.announcement.Announcement;

/** A web address of another system that receives messages. The conditional updates of {@link Endpoints} change it. */
@Entity
@Table(name = "webhook_endpoint")
public class Endpoint {

    /** DISABLED: by a person. GONE: it responded with status 410. GAVE_UP: the last attempt failed. */
    public enum State {
        ENABLED,
        DISABLED,
        GONE,
        GAVE_UP
    }

    /** STOCK: the changes of the stock. ALERTS: figures beyond their bounds, and back within them. */
    public enum Topic {
        STOCK,
        ALERTS
    }

    @Id
    private String id;

    private String address;

    @Enumerated(EnumType.STRING)
    private Topic topic;

    private String sku;
    private String site;

    @Enumerated(EnumType.STRING)
    private State state;

    private String secret;
    private String formerSecret;
    private Instant formerUntil;
    private long readUpTo;
    private Instant createdAt;
    private String createdBy;
    private Instant lastSuccessAt;
    private Instant lastFailureAt;
    private Integer lastStatus;
    private int version;

    @Enumerated(EnumType.STRING)
    private DeliveryOutcome.Problem lastProblem;

    protected Endpoint() {
        // JPA
    }

    Endpoint(String id, EndpointData data, String secret, long readUpTo, Stamp created) {
        this.id = id;
        this.address = data.address();
        this.topic = data.topic();
        this.sku = data.sku();
        this.site = data.site();
        this.state = State.ENABLED;
        this.secret = secret;
        this.readUpTo = readUpTo;
        this.createdAt = created.at();
        this.createdBy = created.by();
    }

    boolean subscribesTo(Announcement level) {
        return topic == Topic.STOCK
                && (sku == null || sku.equals(level.sku()))
                && (site == null || site.equals(level.site()));
    }

    /** The secrets that sign its messages now, the newest first. */
    List<Secret> secrets(SecretEncryption encryption, Instant now) {
        var newest = encryption.decrypt(secret, id);
        return formerSecret != null && now.isBefore(formerUntil)
                ? List.of(newest, encryption.decrypt(formerSecret, id))
                : List.of(newest);
    }

    /** Rises with each change of state or secret. */
    public int version() {
        return version;
    }

    public String id() {
        return id;
    }

    public String address() {
        return address;
    }

    public Topic topic() {
        return topic;
    }

    /** The only product whose changes it receives; null means all products. */
    public String sku() {
        return sku;
    }

    /** The only site whose changes it receives; null means all sites. */
    public String site() {
        return site;
    }

    public State state() {
        return state;
    }

    public boolean enabled() {
        return state == State.ENABLED;
    }

    /** Until when the previous secret signs, too. It may be past, and is null when there was no previous secret. */
    public Instant formerUntil() {
        return formerUntil;
    }

    /** The number of the last announcement for which deliveries were created. */
    long readUpTo() {
        return readUpTo;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant lastSuccessAt() {
        return lastSuccessAt;
    }

    public Instant lastFailureAt() {
        return lastFailureAt;
    }

    /** The HTTP status of the last failure; null when there was no response. */
    public Integer lastStatus() {
        return lastStatus;
    }

    public String lastProblem() {
        return lastProblem == null ? null : lastProblem.name();
    }
}
