package io.ordertrail.intake.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the faulty rows of an import some time after its end. */
@Component
class ForgetFiles {

    static final Duration KEPT = Duration.ofDays(30);

    private final ImportedOrders orders;
    private final Clock clock;

    ForgetFiles(ImportedOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forget() {
        forgetAt(clock.instant());
    }

    void forgetAt(Instant now) {
        orders.forget(LocalDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC));
    }
}
