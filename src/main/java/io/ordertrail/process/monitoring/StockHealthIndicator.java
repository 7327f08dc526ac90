package io.ordertrail.process.monitoring;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import io.ordertrail.audit.LastStockCheck;
import io.ordertrail.audit.StockChecks;
import io.ordertrail.platform.operation.Degraded;

/** Tells whether the stock added up in the last check, and which products did not. */
@Component
public class StockHealthIndicator implements HealthIndicator {

    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final LastStockCheck last;
    private final Clock clock;

    public StockHealthIndicator(LastStockCheck last, Clock clock) {
        this.last = last;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return last.result().map(this::health).orElseGet(() -> Health.unknown().build());
    }

    private Health health(StockChecks.LastResult check) {
        var age = Duration.between(check.at(), clock.instant());
        var good = check.violations() == 0 && age.compareTo(MAX_AGE) < 0;
        var health = Health.status(good ? Status.UP : Degraded.STATUS)
                .withDetail("violations", check.violations())
                .withDetail("ageSeconds", age.toSeconds());
        return (check.findings().isEmpty() ? health : health.withDetail("found", check.findings())).build();
    }
}
