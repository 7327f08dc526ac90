package io.ordertrail.process.monitoring;

import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.schedule.CachedReading;

/**
 * Tells whether the engine reads its database and knows the diagram: without it no order can be entered. One query runs
 * at a time, however many clients ask and however slowly the database answers.
 */
@Component
class EngineHealthIndicator implements HealthIndicator {

    private static final Duration CACHED_FOR = Duration.ofSeconds(1);

    private final CachedReading<String> diagram;

    EngineHealthIndicator(LatestDefinition latest) {
        this.diagram = new CachedReading<>(latest::id, CACHED_FOR);
    }

    @Override
    public Health health() {
        return diagram.value()
                .map(id -> Health.up().withDetail("diagram", id))
                .orElseGet(Health::down)
                .build();
    }
}
