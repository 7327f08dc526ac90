package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Sends each message on a thread of its own and counts the outcomes. The threads use no database connection. */
@Component
class SendMessages {

    private static final long IDLE_SECONDS = 30;

    private final WebhookClient client;
    private final Clock clock;
    private final Counter delivered;
    private final Counter failed;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            WebhookDispatcher.MAX_PARALLEL_PER_ENDPOINT * CreateEndpoint.MAX_ENDPOINTS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            SendMessages::thread);

    SendMessages(WebhookClient client, Clock clock, MeterRegistry registry) {
        this.client = client;
        this.clock = clock;
        this.delivered = counter("ok", registry);
        this.failed = counter("failed", registry);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    }

    private static Counter counter(String outcome, MeterRegistry registry) {
        return Counter.builder("ordertrail.webhook.deliveries")
                .tag("outcome", outcome)
                .description("Webhook messages that this node sent, by outcome")
                .register(registry);
    }

    /**
     * Sends a message in the background.
     *
     * @param callback receives the outcome, on the thread that sent the message
     */
    void send(PendingMessage message, Consumer<DeliveryOutcome> callback) {
        threads.execute(() -> {
            var outcome = outcome(message);
            (outcome.delivered() ? delivered : failed).increment();
            callback.accept(outcome);
        });
    }

    private DeliveryOutcome outcome(PendingMessage message) {
        return message.secrets().isEmpty()
                ? DeliveryOutcome.failed(DeliveryOutcome.Problem.SECRET)
                : client.post(message.address(), message.headers(clock.instant()), message.body());
    }

    /** Accepts no more messages. Requests under way have this much time to end. */
    void stop(Duration grace) {
        threads.shutdown();
        try {
            threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
