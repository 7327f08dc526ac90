package io.ordertrail.process.monitoring;

import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.operation.Degraded;
import io.ordertrail.process.bundle.ShippedBundle;
import io.ordertrail.schedule.CachedReading;

/** Tells that a newer process came with the product and is offered as a draft, because the one in force was changed here. */
@Component
class ProcessHealthIndicator implements HealthIndicator {

    private static final Duration CACHED_FOR = Duration.ofMinutes(1);

    private final CachedReading<Boolean> newerWaiting;

    ProcessHealthIndicator(ShippedBundle shipped) {
        this.newerWaiting = new CachedReading<>(shipped::isNewerWaiting, CACHED_FOR);
    }

    @Override
    public Health health() {
        return newerWaiting.value().orElse(false)
                ? Health.status(Degraded.STATUS)
                        .withDetail("shipped", "A newer process came with this version and is not in force")
                        .build()
                : Health.up().build();
    }
}
