package io.ordertrail.report.forecast;

import java.time.Duration;
import java.time.Instant;

import io.ordertrail.order.book.OrderState;

/**
 * That an order came into a state, left it, and when its receipt was confirmed later.
 *
 * @param left when it came into the next state
 */
record PastWait(OrderState state, Instant since, Instant left, Instant received) {

    /** From the state to the receipt. */
    long seconds() {
        return Duration.between(since, received).toSeconds();
    }

    /** In the state. */
    long stay() {
        return Duration.between(since, left).toSeconds();
    }
}
