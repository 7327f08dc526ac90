package io.ordertrail.web.order;

import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;

/** Reads the timeline of an order with the old and new fields of its changes. */
@Component
class ReadTimeline {

    private final OrderEvents events;
    private final Changes changes;

    ReadTimeline(OrderEvents events, Changes changes) {
        this.events = events;
        this.changes = changes;
    }

    OrderTimeline of(OrderNumber number) {
        return new OrderTimeline(
                events.findByOrderNumberOrderByAtAscIdAsc(number),
                ChangeSet.of(changes.history(Kind.ORDER, number.value())).stream()
                        .collect(Collectors.toMap(ChangeSet::at, ChangeSet::differences, (first, second) -> first)));
    }
}
