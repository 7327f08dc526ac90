package io.ordertrail.platform.operation;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.operation.JobBacklog.Backlog;

/** Metrics of the engine's jobs. They come from the database, so each node reports the same values. */
@Component
class JobMetrics implements MeterBinder {

    private static final double MILLIS = 1000;

    private final JobBacklog backlog;

    JobMetrics(JobBacklog backlog) {
        this.backlog = backlog;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("ordertrail.jobs.due", Backlog::due)
                .description("Jobs that could start now")
                .register(registry);
        gauge("ordertrail.jobs.lag", current -> current.lag().toMillis() / MILLIS)
                .baseUnit("seconds")
                .description("How long ago the oldest due job could have started")
                .register(registry);
        gauge("ordertrail.incidents.open", Backlog::incidents)
                .description("Jobs that failed too often and wait for a person")
                .register(registry);
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Backlog> figure) {
        return Gauge.builder(
                name, () -> backlog.now().map(figure::applyAsDouble).orElse(Double.NaN));
    }
}
