package io.ordertrail.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.CachedReading;
import io.ordertrail.stock.ledger.UnannouncedMovements;

/**
 * Metrics of how late announcements and webhooks are. They come from the database, so each node reports the same
 * values.
 */
@Component
class WebhookFigures implements MeterBinder {

    private static final Duration CACHED = Duration.ofSeconds(5);
    private static final double MILLIS = 1000;

    private final UnannouncedMovements unannounced;
    private final WebhookDeliveries deliveries;
    private final Clock clock;

    WebhookFigures(UnannouncedMovements unannounced, WebhookDeliveries deliveries, Clock clock) {
        this.unannounced = unannounced;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        age(
                "ordertrail.announcements.lag",
                unannounced::oldest,
                "Age of the oldest stock change that is not announced",
                registry);
        age(
                "ordertrail.webhook.oldest",
                deliveries::oldestUnfinished,
                "Age of the oldest undelivered message to an enabled webhook",
                registry);
    }

    private void age(String name, Supplier<Optional<Instant>> oldest, String description, MeterRegistry registry) {
        var reading = new CachedReading<>(() -> seconds(oldest.get()), CACHED);
        Gauge.builder(name, () -> reading.value().orElse(Double.NaN))
                .baseUnit("seconds")
                .description(description)
                .register(registry);
    }

    private double seconds(Optional<Instant> since) {
        return since.map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(0.0);
    }
}
