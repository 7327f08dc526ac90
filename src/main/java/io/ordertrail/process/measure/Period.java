package io.ordertrail.process.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of which figures are shown.
 *
 * @param last the last day, which belongs to the period
 */
public record Period(LocalDate first, LocalDate last) {

    /** The period of the given length that ends on a day. */
    public static Period endingOn(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** The period of the same length directly before, with which this one is compared. */
    public Period before() {
        return endingOn(first.minusDays(1), (int) days());
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
