package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.webhook.Endpoint.State;

/** Changes an endpoint. Only the call that creates a new secret returns it. */
@Service
@Transactional
public class SaveEndpoint {

    /** How long the previous secret signs, too. */
    public static final Duration ROTATION_OVERLAP = Duration.ofHours(24);

    /** The secret of a new endpoint, or the new secret of an endpoint. */
    public record EndpointSecret(String endpoint, String secret) {}

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final SecretEncryption secrets;
    private final EndpointLog log;
    private final Clock clock;

    SaveEndpoint(
            Endpoints endpoints, WebhookDeliveries deliveries, SecretEncryption secrets, EndpointLog log, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
    }

    /** Replaces the secret; both sign for {@link #BOTH_SIGN}. */
    public EndpointSecret rotate(String id, ExpectedVersion expected) {
        forChange(id, expected);
        var secret = Secret.random();
        endpoints.rotate(id, secrets.encrypt(secret, id), clock.instant().plus(ROTATION_OVERLAP));
        log.secretReplaced(id);
        return new EndpointSecret(id, secret.text());
    }

    /**
     * Stops sending to the endpoint. What changes meanwhile stays available for as long as announcements are stored.
     */
    public void disable(String id, ExpectedVersion expected) {
        forChange(id, expected);
        if (endpoints.changeState(id, State.ENABLED, State.DISABLED) == 1) {
            log.moved(id, State.ENABLED, State.DISABLED);
        }
    }

    /** Resumes where the endpoint stopped, with all attempts left. */
    public void enable(String id, ExpectedVersion expected) {
        var from = forChange(id, expected).state();
        if (endpoints.enable(id) == 1) {
            log.moved(id, from, State.ENABLED);
            deliveries.restartUnfinished(id, Message.LEVEL_CHANGED, clock.instant());
        }
    }

    public void remove(String id, ExpectedVersion expected) {
        var endpoint = forChange(id, expected);
        endpoints.remove(id);
        log.removed(endpoint);
    }

    /** Two people who open the page and replace the secret would leave one of them with a secret that signs nothing. */
    private Endpoint forChange(String id, ExpectedVersion expected) {
        endpoints.countChange(id);
        var endpoint = endpoints.get(id);
        expected.refuseOther(endpoint.version() - 1);
        return endpoint;
    }

    /**
     * Sends a test message, once.
     *
     * @throws Refusal when the endpoint is not enabled
     */
    public void sendTest(String id) {
        if (!endpoints.get(id).enabled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "webhook.refuses.disabled");
        }
        deliveries.save(new WebhookDelivery(id, Message.test(clock.instant()), clock.instant()));
    }
}
