package io.ordertrail.intake.record;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what the rows of an import say some time after its end. */
@Component
class ForgetRecords {

    static final Duration KEPT = Duration.ofDays(30);

    private final ImportedRows rows;
    private final Clock clock;

    ForgetRecords(ImportedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void forget() {
        rows.forget(LocalDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC));
    }
}
