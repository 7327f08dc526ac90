package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;

import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderState;

/** What happened to an order, oldest first. */
record TimelineView(List<TimelineEvent> events) {

    /**
     * @param by the person, client, timer or rule
     * @param what the sort of event, such as {@code state}, {@code held} or {@code cancellation}
     * @param from the state before; null where it did not change
     */
    record TimelineEvent(Instant at, String by, String what, OrderState from, OrderState to, String note) {

        static TimelineEvent of(OrderEvent event) {
            return new TimelineEvent(
                    event.at(), event.actor(), event.what(), event.fromState(), event.toState(), event.note());
        }
    }
}
