package io.ordertrail.audit;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.schedule.CachedReading;

/** The last check of the stock, whichever node did it. */
@Component
public class LastStockCheck {

    private static final Duration GOOD = Duration.ofSeconds(5);

    private final CachedReading<StockChecks.Last> last;

    LastStockCheck(StockChecks checks) {
        this.last = new CachedReading<>(checks::last, GOOD);
    }

    /** @return empty before the first one, and where the database does not say */
    public Optional<StockChecks.Last> seen() {
        return last.value().filter(seen -> seen.at() != null);
    }
}
