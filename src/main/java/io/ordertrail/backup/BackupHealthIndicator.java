package io.ordertrail.backup;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import io.ordertrail.backup.BackupRuns.Run;
import io.ordertrail.backup.BackupRuns.Work;
import io.ordertrail.platform.operation.Degraded;

/** Tells how old the newest backup and its proof are, and what is wrong with them. */
@Component
class BackupHealthIndicator implements HealthIndicator {

    private static final int KILOBYTE = 1024;

    private final BackupSettings settings;
    private final BackupRuns runs;
    private final Clock clock;

    BackupHealthIndicator(BackupSettings settings, BackupRuns runs, Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (settings.switchedOff()) {
            return Health.up().withDetail("backups", "switched off").build();
        }
        if (!settings.on()) {
            return Health.status(Degraded.STATUS)
                    .withDetail("backups", "none: no folder is set (ORDERTRAIL_BACKUP_FOLDER)")
                    .build();
        }
        return Health.status(runs.last(Work.BACKUP).isPresent() ? status() : Status.UNKNOWN)
                .withDetails(Map.of("backup", about(Work.BACKUP), "drill", about(Work.DRILL)))
                .build();
    }

    private Status status() {
        return isWell(Work.BACKUP, settings.every()) && isWell(Work.DRILL, settings.drillEvery())
                ? Status.UP
                : Degraded.STATUS;
    }

    /** A quarter of the time may pass before work that is due counts as late; the first drill may still be to come. */
    private boolean isWell(Work work, Duration every) {
        var late = clock.instant().minus(every).minus(every.dividedBy(4));
        return runs.last(work)
                .map(last -> last.succeeded() && last.ended().isAfter(late))
                .orElseGet(
                        () -> runs.begun().filter(begun -> begun.isBefore(late)).isEmpty());
    }

    private String about(Work work) {
        return runs.last(work)
                .map(last -> last.succeeded() ? last.file() + size(last) + " at " + last.ended() : last.findings())
                .orElse("none yet");
    }

    /** A drill has no size of its own. */
    private static String size(Run run) {
        return run.bytes() == 0 ? "" : ", " + run.bytes() / KILOBYTE + " kB,";
    }
}
