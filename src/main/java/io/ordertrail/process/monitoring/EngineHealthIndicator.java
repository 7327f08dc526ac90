package io.ordertrail.process.monitoring;

import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.schedule.CachedReading;

/**
 * Whether the engine answers out of its database and knows the diagram: without that no order can be entered. However many ask, and
 * however long a database that is away lets them wait, there is one look at a time.
 */
@Component
class EngineHealthIndicator implements HealthIndicator {

    private static final Duration GOOD = Duration.ofSeconds(1);

    private final CachedReading<String> diagram;

    EngineHealthIndicator(LatestDefinition newest) {
        this.diagram = new CachedReading<>(newest::id, GOOD);
    }

    @Override
    public Health health() {
        return diagram.value()
                .map(id -> Health.up().withDetail("diagram", id))
                .orElseGet(Health::down)
                .build();
    }
}
