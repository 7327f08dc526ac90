package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;

import org.springframework.security.core.Authentication;

import io.ordertrail.api.wire.ChangeView;
import io.ordertrail.api.wire.ChangeView.ChangedField;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Subject;
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
     * @param fields the old and new fields of the order where the event changed some, such as quantities and prices
     */
    record TimelineEvent(
            Instant at,
            String by,
            String what,
            OrderState from,
            OrderState to,
            String note,
            List<ChangedField> fields) {

        static TimelineEvent of(OrderEvent event, List<ChangeSet> changed, Authentication caller) {
            return new TimelineEvent(
                    event.at(),
                    event.actor(),
                    event.what(),
                    event.fromState(),
                    event.toState(),
                    event.note(),
                    changed.stream()
                            .filter(set -> event.changesFields() && set.at().equals(event.at()))
                            .flatMap(set -> ChangeView.fields(Subject.Kind.ORDER, set.differences(), caller).stream())
                            .toList());
        }
    }
}
