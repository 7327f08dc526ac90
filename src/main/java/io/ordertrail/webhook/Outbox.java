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

/** What is to be sent, and what came of it. Many nodes may use it at once: each delivery is taken by one. */
@Service
@Transactional
class Outbox {

    /** As long as a replay can be asked for. */
    static final Duration KEPT = Duration.ofDays(7);
    /** Longer than any try: who took a delivery and said no more of it has died. */
    static final Duration ABANDONED = Duration.ofSeconds(60);
    /** What the specification suggests, after the first try at once. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Limit AT_ONCE = Limit.of(200);
    /** So that those who failed together do not come together again. */
    private static final double LONGER_AT_MOST = 0.1;

    private final Endpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final SecretEncryption secrets;
    private final Clock clock;

    Outbox(Endpoints endpoints, WebhookDeliveries deliveries, SecretEncryption secrets, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Takes what can be sent now; nobody else sends it meanwhile. */
    List<PendingMessage> take(Endpoint endpoint, int most) {
        var now = clock.instant();
        var taken = new ArrayList<PendingMessage>();
        for (var delivery : deliveries.heads(endpoint.id(), now, Limit.of(most))) {
            if (deliveries.take(delivery.id(), delivery.tries(), now, now.plus(ABANDONED)) == 1) {
                taken.add(new PendingMessage(
                        delivery.id(),
                        endpoint.id(),
                        endpoint.address(),
                        delivery.type(),
                        delivery.body(),
                        delivery.tries() + 1,
                        secrets(endpoint, now)));
            }
        }
        return taken;
    }

    void note(PendingMessage letter, DeliveryOutcome outcome) {
        var now = clock.instant();
        if (outcome.delivered()) {
            came(letter, WebhookDelivery.State.DELIVERED, now, outcome);
            endpoints.succeeded(letter.endpoint(), now);
            return;
        }
        var last = letter.type().equals(Message.TEST)
                || letter.tries() > PAUSES.size()
                || outcome.problem() == Problem.GONE;
        if (came(
                letter,
                last ? WebhookDelivery.State.FAILED : WebhookDelivery.State.WAITING,
                last ? now : next(letter.tries(), now),
                outcome)) {
            endpoints.failed(letter.endpoint(), now, outcome.status(), outcome.problem());
            if (outcome.problem() == Problem.GONE) {
                endpoints.move(letter.endpoint(), State.ENABLED, State.GONE);
            } else if (last && !letter.type().equals(Message.TEST)) {
                endpoints.move(letter.endpoint(), State.ENABLED, State.GAVE_UP);
            }
        }
    }

    /** @return whether the oldest were more than fit into one call */
    boolean forgetOld() {
        var old = deliveries.older(clock.instant().minus(KEPT), AT_ONCE);
        if (!old.isEmpty()) {
            deliveries.forget(old);
        }
        return old.size() == AT_ONCE.max();
    }

    private boolean came(PendingMessage letter, WebhookDelivery.State state, Instant due, DeliveryOutcome outcome) {
        return deliveries.came(letter.id(), letter.tries(), state, due, outcome.status(), outcome.problem()) == 1;
    }

    private static Instant next(int tries, Instant now) {
        var pause = PAUSES.get(tries - 1).toMillis();
        return now.plusMillis(pause
                + (long) (pause * LONGER_AT_MOST * ThreadLocalRandom.current().nextDouble()));
    }

    private List<Secret> secrets(Endpoint endpoint, Instant now) {
        try {
            return endpoint.secrets(secrets, now);
        } catch (UnreadableSecret e) {
            return List.of();
        }
    }
}
