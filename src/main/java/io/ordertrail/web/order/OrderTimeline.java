package io.ordertrail.web.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.ordertrail.change.Difference;
import io.ordertrail.order.book.OrderEvent;

/**
 * What happened to an order.
 *
 * @param differences what was changed at the moment of an event
 */
public record OrderTimeline(List<OrderEvent> events, Map<Instant, List<Difference>> differences) {

    /** The old and new fields of the order, where the event changed some. */
    public List<Difference> of(OrderEvent event) {
        return event.changesFields() ? differences.getOrDefault(event.at(), List.of()) : List.of();
    }
}
