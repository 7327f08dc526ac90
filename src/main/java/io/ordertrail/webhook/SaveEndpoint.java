package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.webhook.Endpoint.State;

/** Changes what a person may change of an endpoint. A new secret is told once, by the call that makes it. */
@Service
@Transactional
public class SaveEndpoint {

    /** How long the secret before the present one signs, too. */
    public static final Duration BOTH_SIGN = Duration.ofHours(24);

    /** A new endpoint or a new secret of one. */
    public record Told(String endpoint, String secret) {}

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final SecretEncryption secrets;
    private final EntityManager database;
    private final Clock clock;

    SaveEndpoint(
            Endpoints endpoints,
            WebhookDeliveries deliveries,
            SecretEncryption secrets,
            EntityManager database,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    public Told rotate(String id) {
        endpoints.get(id);
        var secret = Secret.random();
        endpoints.rotate(id, secrets.put(secret, id), clock.instant().plus(BOTH_SIGN));
        return new Told(id, secret.text());
    }

    /** Nothing more is sent to it; what happens meanwhile is kept for it as long as announcements are. */
    public void disable(String id) {
        endpoints.get(id);
        endpoints.move(id, State.ENABLED, State.DISABLED);
    }

    /** It goes on where it stopped, with all tries before it. */
    public void enable(String id) {
        endpoints.get(id);
        if (endpoints.enable(id) == 1) {
            deliveries.unfinishedAgain(id, Message.LEVEL_CHANGED, clock.instant());
        }
    }

    public void remove(String id) {
        endpoints.get(id);
        endpoints.remove(id);
    }

    public void sendTest(String id) {
        if (!endpoints.get(id).enabled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.disabled");
        }
        database.persist(new WebhookDelivery(id, Message.test(clock.instant()), clock.instant()));
    }
}
