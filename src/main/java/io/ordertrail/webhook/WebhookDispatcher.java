package io.ordertrail.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/**
 * Claims deliveries and sends them, a few per endpoint at the same time, so that a slow endpoint delays no other. The
 * sending threads only send: the thread of the loop records the outcomes, so that webhooks use one database connection.
 */
@Component
class WebhookDispatcher extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMillis(250);
    static final int MAX_PARALLEL_PER_ENDPOINT = 4;

    private record Sent(PendingMessage message, DeliveryOutcome outcome) {}

    private final MakeDeliveries makeDeliveries;
    private final Outbox outbox;
    private final Endpoints endpoints;
    private final SendMessages sendMessages;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> underWay = new HashMap<>();

    WebhookDispatcher(
            MakeDeliveries makeDeliveries,
            Outbox outbox,
            Endpoints endpoints,
            SendMessages sendMessages,
            @Value("${ordertrail.announcements}") boolean enabled) {
        super("webhook dispatcher", PAUSE, enabled);
        this.makeDeliveries = makeDeliveries;
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.sendMessages = sendMessages;
    }

    @Override
    protected void round() {
        recordOutcomes();
        for (var endpoint : endpoints.findByStateOrderById(Endpoint.State.ENABLED)) {
            if (makeDeliveries.createFor(endpoint)) {
                wakeUp();
            }
            var free = MAX_PARALLEL_PER_ENDPOINT - underWay.getOrDefault(endpoint.id(), 0);
            if (free > 0) {
                outbox.claim(endpoint, free).forEach(this::send);
            }
        }
    }

    /** Tells whether this node has no request under way. */
    boolean isIdle() {
        return underWay.values().stream().allMatch(requests -> requests == 0);
    }

    private void send(PendingMessage message) {
        underWay.merge(message.endpoint(), 1, Integer::sum);
        sendMessages.send(message, outcome -> {
            sent.add(new Sent(message, outcome));
            wakeUp();
        });
    }

    /**
     * When the database does not store an outcome, the delivery is sent once more, after a minute and with the same id.
     */
    private void recordOutcomes() {
        for (var next = sent.poll(); next != null; next = sent.poll()) {
            underWay.merge(next.message().endpoint(), -1, Integer::sum);
            outbox.recordOutcome(next.message(), next.outcome());
        }
    }

    /** Requests under way have a second to end, and their outcomes are recorded. */
    @Override
    public void stop() {
        super.stop();
        sendMessages.stop(PAUSE.multipliedBy(MAX_PARALLEL_PER_ENDPOINT));
        recordOutcomes();
    }
}
