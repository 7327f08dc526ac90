package io.ordertrail.order.fulfilment;

import io.ordertrail.refusal.Text;

/** Why an order is cancelled. */
public record Cancellation(
        @Text(max = 1000, lines = true, required = true) String reason) {}
