package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * That an alert was raised or resolved.
 *
 * @param value of the figure then
 */
public record AlertMessage(Alert alert, Instant at, What what, BigDecimal value) {

    /** What happened. */
    public enum What {
        RAISED,
        RESOLVED
    }
}
