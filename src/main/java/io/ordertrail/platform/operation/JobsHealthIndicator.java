package io.ordertrail.platform.operation;

import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether timers and retries are done when they are due. */
@Component
class JobsHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JobBacklog backlog;

    JobsHealthIndicator(JobBacklog backlog) {
        this.backlog = backlog;
    }

    @Override
    public Health health() {
        return backlog.now()
                .map(seen -> Health.status(seen.lag().compareTo(PATIENCE) > 0 ? Degraded.STATUS : Status.UP)
                        .withDetail("due", seen.due())
                        .withDetail("lagSeconds", seen.lag().toSeconds())
                        .withDetail("incidents", seen.incidents())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
