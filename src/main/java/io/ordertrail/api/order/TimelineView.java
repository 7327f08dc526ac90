package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;

import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderState;

/** The timeline of an order, oldest event first. */
record TimelineView(List<TimelineEvent> events) {

    /**
     * An event of an order.
     *
     * @param by the person, API client, timer or rule that caused the event
     * @param what the type of event, such as {@code state}, {@code held} or {@code cancellation}
     * @param from the previous state; null when the state did not change
     */
    record TimelineEvent(Instant at, String by, String what, OrderState from, OrderState to, String note) {

        static TimelineEvent of(OrderEvent event) {
            return new TimelineEvent(
                    event.at(), event.actor(), event.what(), event.fromState(), event.toState(), event.note());
        }
    }
}
