package io.ordertrail.audit;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.schedule.CachedReading;

/** The last check of the stock, on any node. */
@Component
public class LastStockCheck {

    static final Duration VALID = Duration.ofSeconds(5);

    private final CachedReading<StockChecks.LastResult> last;

    LastStockCheck(StockChecks checks) {
        this.last = new CachedReading<>(checks::last, VALID);
    }

    /** The last check; empty before the first one, and when the database does not answer. */
    public Optional<StockChecks.LastResult> result() {
        return last.value().filter(check -> check.at() != null);
    }
}
