package io.ordertrail.process.monitoring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import io.ordertrail.audit.CheckOrders;
import io.ordertrail.platform.operation.Degraded;

/** Tells whether orders and their processes agreed in the last check, and which orders did not. */
@Component
class OrdersHealthIndicator implements HealthIndicator {

    private final CheckOrders checkOrders;

    OrdersHealthIndicator(CheckOrders checkOrders) {
        this.checkOrders = checkOrders;
    }

    @Override
    public Health health() {
        return checkOrders
                .last()
                .map(OrdersHealthIndicator::health)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health health(CheckOrders.LastResult check) {
        var health = Health.status(check.violations() == 0 ? Status.UP : Degraded.STATUS)
                .withDetail("violations", check.violations());
        return (check.findings().isEmpty() ? health : health.withDetail("found", check.findings())).build();
    }
}
