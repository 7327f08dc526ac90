package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.webhook.DeliveryOutcome.Problem;
import io.ordertrail.webhook.Endpoint.State;

/**
 * Claims messages to send and records the outcomes. Several nodes may use it at the same time: one node claims each
 * delivery.
 */
@Service
@Transactional
class Outbox {

    /** Longer than any attempt: a node that claimed a delivery and recorded no outcome by then has died. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(60);
    /** The delays before the retries, as Standard Webhooks suggests. */
    static final List<Duration> RETRY_DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Limit BATCH = Limit.of(200);
    /** A random share of the delay, so that deliveries that failed together are not retried together. */
    private static final double JITTER = 0.1;

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final SecretEncryption secrets;
    private final EndpointLog log;
    private final Clock clock;

    Outbox(Endpoints endpoints, WebhookDeliveries deliveries, SecretEncryption secrets, EndpointLog log, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
    }

    /** Claims at most so many deliveries that can be sent now; no other node sends them meanwhile. */
    List<PendingMessage> claim(Endpoint endpoint, int most) {
        var now = clock.instant();
        var claimed = new ArrayList<PendingMessage>();
        for (var delivery : deliveries.sendable(endpoint.id(), now, Limit.of(most))) {
            if (deliveries.claim(delivery.id(), delivery.tries(), now, now.plus(CLAIM_TIMEOUT)) == 1) {
                claimed.add(new PendingMessage(
                        delivery.id(),
                        endpoint.id(),
                        endpoint.address(),
                        delivery.type(),
                        delivery.body(),
                        delivery.tries() + 1,
                        secrets(endpoint, now)));
            }
        }
        return claimed;
    }

    void recordOutcome(PendingMessage message, DeliveryOutcome outcome) {
        var now = clock.instant();
        if (outcome.delivered()) {
            recordOutcome(message, WebhookDelivery.State.DELIVERED, now, outcome);
            endpoints.succeeded(message.endpoint(), now);
            return;
        }
        var last = message.type().equals(Message.TEST)
                || message.tries() > RETRY_DELAYS.size()
                || outcome.problem() == Problem.GONE;
        if (recordOutcome(
                message,
                last ? WebhookDelivery.State.FAILED : WebhookDelivery.State.WAITING,
                last ? now : next(message.tries(), now),
                outcome)) {
            endpoints.failed(message.endpoint(), now, outcome.status(), outcome.problem());
            if (outcome.problem() == Problem.GONE) {
                stop(message.endpoint(), State.GONE);
            } else if (last && !message.type().equals(Message.TEST)) {
                stop(message.endpoint(), State.GAVE_UP);
            }
        }
    }

    /**
     * Deletes a batch of older deliveries that are not under way.
     *
     * @return how many; none when there are no more
     */
    int deleteOlderThan(Instant before) {
        var old = deliveries.olderThan(before, BATCH);
        return old.isEmpty() ? 0 : deliveries.remove(old);
    }

    private boolean recordOutcome(
            PendingMessage message, WebhookDelivery.State state, Instant due, DeliveryOutcome outcome) {
        return deliveries.recordOutcome(message.id(), message.tries(), state, due, outcome.status(), outcome.problem())
                == 1;
    }

    private static Instant next(int tries, Instant now) {
        var pause = RETRY_DELAYS.get(tries - 1).toMillis();
        return now.plusMillis(
                pause + (long) (pause * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    private List<Secret> secrets(Endpoint endpoint, Instant now) {
        try {
            return endpoint.secrets(secrets, now);
        } catch (UnreadableSecret e) {
            return List.of();
        }
    }

    private void stop(String endpoint, State to) {
        if (endpoints.changeState(endpoint, State.ENABLED, to) == 1) {
            log.moved(endpoint, State.ENABLED, to);
        }
    }
}
