package io.ordertrail.report.hours;

import java.time.Duration;
import java.time.Instant;

/** The clock that measures how long something took. */
@FunctionalInterface
public interface WorkingTime {

    /** Around the clock, on all days. */
    WorkingTime ALWAYS = (from, to) -> Duration.between(from, to).toSeconds();

    /** The seconds between two moments that count. */
    long seconds(Instant from, Instant to);

    /** The moment from which on so many days count until another one. */
    default Instant daysBefore(Instant moment, int days) {
        return moment.minus(Duration.ofDays(days));
    }
}
