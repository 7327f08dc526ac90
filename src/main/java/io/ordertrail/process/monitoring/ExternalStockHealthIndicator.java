package io.ordertrail.process.monitoring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import io.ordertrail.process.order.ExternalStockWaits;
import io.ordertrail.settings.WithExternalStockSystem;

/** Whether the company's own stock system answers, by the orders that wait for it. No node is taken out of service for it. */
@Component
@WithExternalStockSystem
public class ExternalStockHealthIndicator implements HealthIndicator {

    private final ExternalStockWaits waits;

    public ExternalStockHealthIndicator(ExternalStockWaits waits) {
        this.waits = waits;
    }

    @Override
    public Health health() {
        return waits.now()
                .map(seen -> Health.status(seen.waiting() > 0 ? "DEGRADED" : Status.UP.getCode())
                        .withDetail("waitingOrders", seen.waiting())
                        .withDetail("incidents", seen.givenUp())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
