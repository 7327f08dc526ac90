package io.ordertrail.stock.feed;

import io.ordertrail.stock.ledger.StockMovement;

/**
 * The result of applying a level that another system reported.
 *
 * @param lastSequence the newest number of that source for the product at the site
 * @param expected the first missing number where this message leaves a gap; else null
 * @param booked the movement that corrects our stock; null where it did not differ, or the message changed nothing
 */
public record FeedResult(Outcome outcome, long lastSequence, Long expected, StockMovement booked) {

    /** REPEATED: the number equals the last one. LATE: a higher number came before. Both change nothing. */
    public enum Outcome {
        APPLIED,
        REPEATED,
        LATE
    }

    /** Nothing is booked yet. */
    static FeedResult applied(long sequence, Long expected) {
        return new FeedResult(Outcome.APPLIED, sequence, expected, null);
    }

    FeedResult withMovement(StockMovement movement) {
        return new FeedResult(outcome, lastSequence, expected, movement);
    }

    static FeedResult repeatedOrLate(long sequence, long lastSequence) {
        return new FeedResult(sequence == lastSequence ? Outcome.REPEATED : Outcome.LATE, lastSequence, null, null);
    }
}
