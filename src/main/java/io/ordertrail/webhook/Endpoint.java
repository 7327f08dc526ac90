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

/** Where another system wants to be told. What is known of it changes by the conditional updates of {@link Endpoints}. */
@Entity
@Table(name = "webhook_endpoint")
public class Endpoint {

    /** DISABLED: by a person. GONE: it said so itself (410). GAVE_UP: it failed to the last try. */
    public enum State {
        ENABLED,
        DISABLED,
        GONE,
        GAVE_UP
    }

    @Id
    private String id;

    private String address;
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

    @Enumerated(EnumType.STRING)
    private DeliveryOutcome.Problem lastProblem;

    protected Endpoint() {
        // JPA
    }

    Endpoint(String id, EndpointData data, String secret, long readUpTo, Stamp created) {
        this.id = id;
        this.address = data.address();
        this.sku = data.sku();
        this.site = data.site();
        this.state = State.ENABLED;
        this.secret = secret;
        this.readUpTo = readUpTo;
        this.createdAt = created.at();
        this.createdBy = created.by();
    }

    boolean wants(Announcement level) {
        return (sku == null || sku.equals(level.sku())) && (site == null || site.equals(level.site()));
    }

    /** By which its messages are signed now, the newest first. */
    List<Secret> secrets(SecretEncryption box, Instant now) {
        var newest = box.take(secret, id);
        return formerSecret != null && now.isBefore(formerUntil)
                ? List.of(newest, box.take(formerSecret, id))
                : List.of(newest);
    }

    public String id() {
        return id;
    }

    public String address() {
        return address;
    }

    /** Null where it hears of all products. */
    public String sku() {
        return sku;
    }

    /** Null where it hears of all sites. */
    public String site() {
        return site;
    }

    public State state() {
        return state;
    }

    public boolean enabled() {
        return state == State.ENABLED;
    }

    /** Until when the secret before the present one signs, too; may be past, null where there was none. */
    public Instant formerUntil() {
        return formerUntil;
    }

    /** The number of the last announcement that became a delivery, where it wanted it. */
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

    /** Of the last failure; null where there was no answer. */
    public Integer lastStatus() {
        return lastStatus;
    }

    public String lastProblem() {
        return lastProblem == null ? null : lastProblem.name();
    }
}
