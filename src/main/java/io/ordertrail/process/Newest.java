package io.ordertrail.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What was deployed last, looked up at most once a second: for what each order asks for, and where the second does not matter. */
final class Newest<T> {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Seen<T>(T what, Instant at) {
  }

  private final Clock clock;
  private final UnaryOperator<T> look;
  private volatile Seen<T> seen = new Seen<>(null, Instant.MIN);

  /** @param look is given what was seen last, null at first */
  Newest(Clock clock, UnaryOperator<T> look) {
    this.clock = clock;
    this.look = look;
  }

  T get() {
    var now = clock.instant();
    if (seen.at().isBefore(now.minus(FRESH)) || seen.at().isAfter(now)) {
      seen = new Seen<>(look.apply(seen.what()), now);
    }
    return seen.what();
  }
}
