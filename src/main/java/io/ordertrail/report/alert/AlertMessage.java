package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * That an alert was raised or resolved.
 *
 * @param value of the figure then
 * @param mail what became of the mail to the owner
 * @param webhooks how many endpoints of webhooks were told
 */
public record AlertMessage(Alert alert, Instant at, What what, BigDecimal value, Mailed mail, int webhooks) {

    /** NONE: no mail server was configured. NO_ADDRESS: the owner has no mail address, or is not known any more. */
    public enum Mailed {
        NONE,
        WAITING,
        SENT,
        NO_ADDRESS,
        FAILED
    }

    /** What happened. */
    public enum What {
        RAISED,
        RESOLVED
    }
}
