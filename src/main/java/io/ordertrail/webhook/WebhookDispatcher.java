package io.ordertrail.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.BackgroundLoop;

/**
 * Takes deliveries and sends them, of each endpoint a few at a time, so that one that lets wait makes no other wait. Its threads only
 * send: what came of it is written by the one that goes the rounds, so that webhooks use one connection to the database.
 */
@Component
class WebhookDispatcher extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMillis(250);
    static final int AT_ONCE_EACH = 4;

    /** What came of a letter. */
    private record Returned(PendingMessage letter, DeliveryOutcome outcome) {}

    private final MakeDeliveries makeDeliveries;
    private final Outbox outbox;
    private final Endpoints endpoints;
    private final SendLetters sendLetters;
    private final Queue<Returned> returned = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> underWay = new HashMap<>();

    WebhookDispatcher(
            MakeDeliveries makeDeliveries,
            Outbox outbox,
            Endpoints endpoints,
            SendLetters sendLetters,
            @Value("${ordertrail.announcements}") boolean wanted) {
        super("webhook courier", PAUSE, wanted);
        this.makeDeliveries = makeDeliveries;
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.sendLetters = sendLetters;
    }

    @Override
    protected void round() {
        writeDown();
        for (var endpoint : endpoints.findByStateOrderById(Endpoint.State.ENABLED)) {
            if (makeDeliveries.of(endpoint)) {
                callRound();
            }
            var free = AT_ONCE_EACH - underWay.getOrDefault(endpoint.id(), 0);
            if (free > 0) {
                outbox.take(endpoint, free).forEach(this::send);
            }
        }
    }

    /** Whether nothing is under way from here. */
    boolean rests() {
        return underWay.values().stream().allMatch(letters -> letters == 0);
    }

    private void send(PendingMessage letter) {
        underWay.merge(letter.endpoint(), 1, Integer::sum);
        sendLetters.send(letter, outcome -> {
            returned.add(new Returned(letter, outcome));
            callRound();
        });
    }

    /** Where the database does not take it, the delivery is sent once more, after a minute: it carries the same id. */
    private void writeDown() {
        for (var next = returned.poll(); next != null; next = returned.poll()) {
            underWay.merge(next.letter().endpoint(), -1, Integer::sum);
            outbox.note(next.letter(), next.outcome());
        }
    }

    /** What is under way has this much time to come back, and be written down. */
    @Override
    public void stop() {
        super.stop();
        sendLetters.stop(PAUSE.multipliedBy(AT_ONCE_EACH));
        writeDown();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void forgetOld() {
        while (outbox.forgetOld()) {
            // the next two hundred
        }
    }
}
