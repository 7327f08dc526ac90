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

/** Sends letters, each on a thread of its own, and counts what came of them. Its threads use no connection to the database. */
@Component
class SendLetters {

    private static final long IDLE_SECONDS = 30;

    private final WebhookClient messenger;
    private final Clock clock;
    private final Counter delivered;
    private final Counter failed;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            WebhookDispatcher.AT_ONCE_EACH * CreateEndpoint.MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            SendLetters::thread);

    SendLetters(WebhookClient messenger, Clock clock, MeterRegistry registry) {
        this.messenger = messenger;
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
                .description("Webhook messages that this node sent, by what came of it")
                .register(registry);
    }

    /** @param back told, on the thread that sent it, what came of it */
    void send(PendingMessage letter, Consumer<DeliveryOutcome> back) {
        threads.execute(() -> {
            var outcome = outcome(letter);
            (outcome.delivered() ? delivered : failed).increment();
            back.accept(outcome);
        });
    }

    private DeliveryOutcome outcome(PendingMessage letter) {
        return letter.secrets().isEmpty()
                ? DeliveryOutcome.failed(DeliveryOutcome.Problem.SECRET)
                : messenger.post(letter.address(), letter.headers(clock.instant()), letter.body());
    }

    /** Sends nothing more. What is under way has this much time to come back. */
    void stop(Duration patience) {
        threads.shutdown();
        try {
            threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
