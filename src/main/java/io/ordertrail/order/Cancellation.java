package io.ordertrail.order;

import io.ordertrail.platform.Text;

/** Why an order is cancelled. */
public record Cancellation(@Text(max = 1000, lines = true, required = true) String reason) {
}
