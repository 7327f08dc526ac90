package io.ordertrail.process.measure;

import java.time.Instant;

/**
 * A part of the history.
 *
 * @param until the first instant that does not belong to it any more
 */
record Span(Instant since, Instant until) {

    boolean contains(Instant at) {
        return at != null && !at.isBefore(since) && at.isBefore(until);
    }
}
