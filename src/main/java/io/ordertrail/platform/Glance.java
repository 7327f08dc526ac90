package io.ordertrail.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What many may want to know again and again, looked up at most once in a while; a look that fails counts as one. */
public final class Glance<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

  private final Supplier<T> look;
  private final Duration good;
  private final Clock clock;
  private Optional<T> seen = Optional.empty();
  private Instant at = Instant.MIN;

  /** @param good for how long one look is good enough */
  public Glance(Supplier<T> look, Duration good, Clock clock) {
    this.look = look;
    this.good = good;
    this.clock = clock;
  }

  /** @return empty where the last look failed */
  public synchronized Optional<T> value() {
    if (at.isBefore(clock.instant().minus(good)) || at.isAfter(clock.instant())) {
      seen = attempt();
      at = clock.instant();
    }
    return seen;
  }

  private Optional<T> attempt() {
    try {
      return Optional.of(look.get());
    } catch (RuntimeException e) {
      LOG.warn("Not to be seen now: {}", e.toString());
      return Optional.empty();
    }
  }
}
