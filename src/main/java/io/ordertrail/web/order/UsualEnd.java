package io.ordertrail.web.order;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.ordertrail.process.deadline.DurationInWords;
import io.ordertrail.process.measure.UsualRest.Usual;

/**
 * When orders usually end that wait where this one waits.
 *
 * @param expected when half of them ended
 * @param latest when 95 % of them ended
 * @param later whether this order already takes longer than those
 */
record UsualEnd(Usual usual, Instant expected, Instant latest, boolean later) {

    static UsualEnd of(Instant since, Usual usual, Instant now) {
        var latest = since.plus(usual.most());
        return new UsualEnd(usual, since.plus(usual.median()), latest, now.isAfter(latest));
    }

    public String median() {
        return words(usual.median());
    }

    public String most() {
        return words(usual.most());
    }

    /** Minutes say nothing beside days, and seconds nothing beside minutes. */
    static String words(Duration duration) {
        return DurationInWords.of(duration.truncatedTo(duration.toDays() > 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES));
    }
}
