package io.ordertrail.process.outcome;

import java.time.Duration;

/**
 * Orders since a bundle came into force, and in the same time before.
 *
 * @param time since then, an hour at most
 */
public record Outcome(Duration time, Figures before, Figures after) {

    /**
     * The orders that were entered in a period.
     *
     * @param incidents that began in the period
     * @param toConfirmation median of the time from entry to confirmation; null when no order is confirmed
     */
    public record Figures(long entered, long held, long rejected, long incidents, Duration toConfirmation) {}
}
