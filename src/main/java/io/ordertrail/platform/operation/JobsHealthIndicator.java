package io.ordertrail.platform.operation;

import java.time.Duration;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Reports whether timers and retries run when they are due. */
@Component
class JobsHealthIndicator implements HealthIndicator {

    private static final Duration ACCEPTED_LAG = Duration.ofMinutes(1);

    private final JobBacklog backlog;

    JobsHealthIndicator(JobBacklog backlog) {
        this.backlog = backlog;
    }

    @Override
    public Health health() {
        return backlog.now()
                .map(current -> Health.status(current.lag().compareTo(ACCEPTED_LAG) > 0 ? Degraded.STATUS : Status.UP)
                        .withDetail("due", current.due())
                        .withDetail("lagSeconds", current.lag().toSeconds())
                        .withDetail("incidents", current.incidents())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
