package io.ordertrail.api.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.Orders;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrdersController {

    private final ShowOrder showOrder;
    private final Orders orders;
    private final OrderEvents events;
    private final Changes changes;

    OrdersController(ShowOrder showOrder, Orders orders, OrderEvents events, Changes changes) {
        this.showOrder = showOrder;
        this.orders = orders;
        this.events = events;
        this.changes = changes;
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show an order")
    OrderView showOrder(@PathVariable String number) {
        return showOrder.show(OrderQuery.number(number));
    }

    @GetMapping("/{number}/events")
    @Operation(summary = "Show the timeline of an order, oldest event first")
    TimelineView showTimeline(@PathVariable String number, Authentication caller) {
        var order = orders.get(OrderQuery.number(number)).number();
        var changed = ChangeSet.of(changes.history(Subject.Kind.ORDER, order.value()));
        return new TimelineView(events.findByOrderNumberOrderByAtAscIdAsc(order).stream()
                .map(event -> TimelineView.TimelineEvent.of(event, changed, caller))
                .toList());
    }
}
