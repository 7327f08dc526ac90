package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A bound that a figure should not leave.
 *
 * @param above whether the figure should not be above the bound; otherwise it should not be below it
 * @param minutes for which it may be beyond the bound before anybody is told
 * @param snoozedUntil nobody is told before; null unless snoozed
 * @param lastValue null before the first look
 * @param beyondSince null while the figure is within its bound
 * @param raisedAt null unless people have been told and the figure is still beyond its bound
 */
public record Alert(
        String id,
        Figure figure,
        boolean above,
        BigDecimal bound,
        int minutes,
        String owner,
        Instant snoozedUntil,
        BigDecimal lastValue,
        Instant beyondSince,
        Instant raisedAt) {

    public boolean isRaised() {
        return raisedAt != null;
    }

    public boolean isSnoozed(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    /** The alert after a look at the figure. */
    Alert seen(BigDecimal value, Instant now) {
        if (!isBeyond(value)) {
            return with(value, null, null);
        }
        var since = beyondSince == null ? now : beyondSince;
        var due = Duration.between(since, now).compareTo(Duration.ofMinutes(minutes)) >= 0 && !isSnoozed(now);
        return with(value, since, raisedAt != null ? raisedAt : due ? now : null);
    }

    private boolean isBeyond(BigDecimal value) {
        return above ? value.compareTo(bound) > 0 : value.compareTo(bound) < 0;
    }

    private Alert with(BigDecimal value, Instant since, Instant raised) {
        return new Alert(id, figure, above, bound, minutes, owner, snoozedUntil, value, since, raised);
    }
}
