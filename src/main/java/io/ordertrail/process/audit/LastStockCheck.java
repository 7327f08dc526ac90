package io.ordertrail.process.audit;

import io.ordertrail.platform.Glance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last check of the stock, whichever node did it. */
@Component
class LastStockCheck {

  private static final Duration GOOD = Duration.ofSeconds(5);

  private final Glance<StockChecks.Last> glance;

  LastStockCheck(StockChecks checks, Clock clock) {
    this.glance = new Glance<>(checks::last, GOOD, clock);
  }

  /** @return empty before the first one, and where the database does not say */
  Optional<StockChecks.Last> seen() {
    return glance.value().filter(last -> last.at() != null);
  }
}
