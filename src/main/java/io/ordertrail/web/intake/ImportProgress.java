package io.ordertrail.web.intake;

import java.time.Duration;
import java.time.Instant;

import io.ordertrail.intake.run.ImportCounts;
import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.intake.run.OrderImport;

/**
 * How far an import is with entering or cancelling orders.
 *
 * @param all of them
 * @param perSecond since it began or went on after a pause; 0 before anything can be said
 */
record ImportProgress(long done, long all, double perSecond) {

    static ImportProgress of(OrderImport found, ImportCounts counts, Instant now) {
        var isUndoing = found.isIn(OrderImport.State.UNDOING);
        var done = isUndoing ? counts.undone() : counts.entered();
        var all = isUndoing ? counts.entered() : counts.entered() + counts.of(State.NEW);
        var since = found.pace().goingSince();
        var seconds = since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
        return new ImportProgress(
                done, all, seconds < 1 ? 0 : (done - found.pace().doneBefore()) / seconds);
    }

    /** Orders a second, rounded up: a slow import is no import that stands. */
    public long rate() {
        return (long) Math.ceil(perSecond);
    }

    /** Seconds until all is done at this rate; null when that cannot be said. */
    public Long secondsLeft() {
        return perSecond <= 0 ? null : (long) Math.ceil((all - done) / perSecond);
    }
}
