package io.ordertrail.order.fulfilment;

import io.ordertrail.refusal.Text;

/** The request to cancel an order, with its reason. */
public record Cancellation(
        @Text(max = 1000, lines = true, required = true) String reason) {}
