package io.ordertrail.report.digest;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Somebody who gets the weekly digest.
 *
 * @param week the Monday of the week in which they got the last one
 * @param problem why they did not get it; null if nothing is wrong
 */
public record DigestReader(String person, Locale language, LocalDate week, Problem problem) {

    /** Why somebody did not get a digest. */
    public enum Problem {
        NO_ADDRESS,
        FAILED
    }
}
