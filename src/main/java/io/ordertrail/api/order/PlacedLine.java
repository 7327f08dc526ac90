package io.ordertrail.api.order;

import io.ordertrail.api.idempotency.IdempotencyClaim;
import io.ordertrail.api.idempotency.IdempotentLines.Begun;
import io.ordertrail.api.wire.NdjsonReader.Line;
import io.ordertrail.order.book.NewOrder;

/**
 * A line of a batch of orders.
 *
 * @param claim null when the batch has no idempotency key
 * @param begun what is known of the line under the key
 */
record PlacedLine(Line<NewOrder> line, IdempotencyClaim claim, Begun begun) {

    PlacedLine(Line<NewOrder> line) {
        this(line, null, new Begun(null, null));
    }

    boolean isToEnter() {
        return line.problem() == null && begun.isNew();
    }
}
