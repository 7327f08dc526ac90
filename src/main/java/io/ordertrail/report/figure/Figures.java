package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Shares, means and percentiles, each rounded once. */
final class Figures {

    private static final int PLACES = 2;
    private static final BigDecimal SECONDS_OF_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());
    private static final BigDecimal SECONDS_OF_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final int WHOLE = 100;

    static BigDecimal count(long count) {
        return BigDecimal.valueOf(count);
    }

    /** In percent; null when there is nothing to divide. */
    static BigDecimal share(long part, long whole) {
        return ratio(BigDecimal.valueOf(part).movePointRight(2), BigDecimal.valueOf(whole));
    }

    /** Null when there is nothing to divide by. */
    static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.divide(divisor, PLACES, RoundingMode.HALF_UP);
    }

    static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_OF_HOUR, PLACES, RoundingMode.HALF_UP);
    }

    static BigDecimal days(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_OF_DAY, PLACES, RoundingMode.HALF_UP);
    }

    /**
     * The smallest value that is not exceeded by so many percent of all (nearest rank).
     *
     * @param sorted ascending, not empty
     */
    static long percentile(List<Long> sorted, int percent) {
        var rank = (long) Math.ceil(sorted.size() * (double) percent / WHOLE);
        return sorted.get((int) Math.max(1, rank) - 1);
    }

    private Figures() {}
}
