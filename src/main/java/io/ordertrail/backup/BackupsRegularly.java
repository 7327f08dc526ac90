package io.ordertrail.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.backup.BackupRuns.Run;
import io.ordertrail.backup.BackupRuns.Work;

/** Makes backups and drills when they are due, on one of the nodes. */
@Component
class BackupsRegularly {

    private static final Logger LOG = LoggerFactory.getLogger(BackupsRegularly.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final BackupSettings settings;
    private final Backups backups;
    private final DrillBackup drillBackup;
    private final BackupRuns runs;
    private final Clock clock;

    BackupsRegularly(BackupSettings settings, Backups backups, DrillBackup drillBackup, BackupRuns runs, Clock clock) {
        this.settings = settings;
        this.backups = backups;
        this.drillBackup = drillBackup;
        this.runs = runs;
        this.clock = clock;
    }

    /** The first one waits until the application has started and the demo company is there. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT20S")
    void work() {
        if (!settings.on()) {
            return;
        }
        if (runs.tryBegin(Work.BACKUP)) {
            backUp();
        }
        if (runs.last(Work.BACKUP).isPresent() && runs.tryBegin(Work.DRILL)) {
            drill();
        }
    }

    void backUp() {
        var begun = clock.instant();
        try {
            var made = backups.make();
            var name = made.file().getFileName().toString();
            runs.end(run(Work.BACKUP, begun, name, made.bytes(), "", ""), settings.every());
            LOG.info("Backup {} is made: {} bytes", name, made.bytes());
        } catch (IOException | RuntimeException e) {
            failed(Work.BACKUP, begun, e);
        }
    }

    void drill() {
        var begun = clock.instant();
        try {
            var result = drillBackup.drill();
            var name = result.file().getFileName().toString();
            var findings = String.join("\n", result.faults());
            runs.end(
                    run(Work.DRILL, begun, name, 0, findings, String.join("\n", result.counts())),
                    settings.drillEvery());
            log(name, findings);
        } catch (IOException | RuntimeException e) {
            failed(Work.DRILL, begun, e);
        }
    }

    private static void log(String name, String findings) {
        if (findings.isEmpty()) {
            LOG.info("Backup {} was restored beside the running system, and all is well", name);
        } else {
            LOG.error("Backup {} was restored beside the running system, and is not right: {}", name, findings);
        }
    }

    private void failed(Work work, Instant begun, Exception failure) {
        LOG.error("{} failed", work, failure);
        runs.end(run(work, begun, null, 0, String.valueOf(failure.getMessage()), ""), AFTER_FAILURE);
    }

    private Run run(Work work, Instant begun, String file, long bytes, String findings, String counts) {
        return new Run(work, begun, clock.instant(), file, bytes, findings, counts);
    }
}
