package io.ordertrail.backup;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.backup.BackupRuns.Run;
import io.ordertrail.backup.BackupRuns.Work;
import io.ordertrail.schedule.CachedReading;

/** Age and size of the newest backup, and the age of its proof. The figures are the same on each node. */
@Component
class BackupMetrics implements MeterBinder {

    private static final Duration VALID = Duration.ofSeconds(10);

    private final CachedReading<Optional<Run>> backup;
    private final CachedReading<Optional<Run>> drill;
    private final Clock clock;

    BackupMetrics(BackupRuns runs, Clock clock) {
        this.backup = new CachedReading<>(() -> runs.lastSuccess(Work.BACKUP), VALID);
        this.drill = new CachedReading<>(() -> runs.lastSuccess(Work.DRILL), VALID);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("ordertrail.backup.age", backup, this::age)
                .baseUnit("seconds")
                .description("Time since the last backup")
                .register(registry);
        gauge("ordertrail.backup.size", backup, Run::bytes)
                .baseUnit("bytes")
                .description("Size of the last backup")
                .register(registry);
        gauge("ordertrail.backup.proof.age", drill, this::age)
                .baseUnit("seconds")
                .description("Time since a backup was restored beside the running system, and was right")
                .register(registry);
    }

    private double age(Run run) {
        return Duration.between(run.ended(), clock.instant()).toSeconds();
    }

    private static Gauge.Builder<?> gauge(String name, CachedReading<Optional<Run>> run, ToDoubleFunction<Run> figure) {
        return Gauge.builder(
                name,
                () -> run.value()
                        .flatMap(last -> last)
                        .map(figure::applyAsDouble)
                        .orElse(Double.NaN));
    }
}
