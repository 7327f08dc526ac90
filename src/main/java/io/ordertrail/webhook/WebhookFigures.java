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

/** How far telling is behind. The figures are those of the database: each node tells the same. */
@Component
class WebhookFigures implements MeterBinder {

    private static final Duration GOOD = Duration.ofSeconds(5);
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
                "Since when the oldest change of stock was not announced",
                registry);
        age(
                "ordertrail.webhook.oldest",
                deliveries::oldestUnfinished,
                "Since when the oldest message to an enabled webhook waits",
                registry);
    }

    private void age(String name, Supplier<Optional<Instant>> oldest, String description, MeterRegistry registry) {
        var seen = new CachedReading<>(() -> seconds(oldest.get()), GOOD);
        Gauge.builder(name, () -> seen.value().orElse(Double.NaN))
                .baseUnit("seconds")
                .description(description)
                .register(registry);
    }

    private double seconds(Optional<Instant> since) {
        return since.map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(0.0);
    }
}
