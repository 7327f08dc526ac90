package io.ordertrail.approval;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends the changes that nobody approved in time, every minute. Between two runs they cannot be approved either. */
@Component
class ExpireChanges {

    private final DecideChange decideChange;

    ExpireChanges(DecideChange decideChange) {
        this.decideChange = decideChange;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void expire() {
        decideChange.expire();
    }
}
