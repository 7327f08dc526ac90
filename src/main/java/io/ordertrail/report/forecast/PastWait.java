package io.ordertrail.report.forecast;

import java.time.Duration;
import java.time.Instant;

import io.ordertrail.order.book.OrderState;

/** That an order came into a state, and when its receipt was confirmed later. */
record PastWait(OrderState state, Instant since, Instant received) {

    long seconds() {
        return Duration.between(since, received).toSeconds();
    }
}
