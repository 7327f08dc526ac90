package io.ordertrail.process.monitoring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import io.ordertrail.process.order.ExternalStockWaits;
import io.ordertrail.settings.WithExternalStockSystem;

/**
 * Tells whether the external stock system answers, by the orders that wait for it. Its status takes no node out of
 * service.
 */
@Component
@WithExternalStockSystem
public class ExternalStockHealthIndicator implements HealthIndicator {

    private final ExternalStockWaits waits;

    public ExternalStockHealthIndicator(ExternalStockWaits waits) {
        this.waits = waits;
    }

    @Override
    public Health health() {
        return waits.count()
                .map(count -> Health.status(count.waiting() > 0 ? "DEGRADED" : Status.UP.getCode())
                        .withDetail("waitingOrders", count.waiting())
                        .withDetail("incidents", count.retriesExhausted())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
