package io.ordertrail.api.order;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.SearchOrders;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrdersController {

    private final SearchOrders searchOrders;
    private final ShowOrder showOrder;
    private final Orders orders;
    private final OrderEvents events;

    OrdersController(SearchOrders searchOrders, ShowOrder showOrder, Orders orders, OrderEvents events) {
        this.searchOrders = searchOrders;
        this.showOrder = showOrder;
        this.orders = orders;
        this.events = events;
    }

    @GetMapping
    @Operation(summary = "List orders, newest first")
    OrderPage findOrders(@ParameterObject @Valid OrderQuery query) {
        return OrderPage.of(searchOrders.search(query.wanted()), query.limit());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show an order")
    OrderView showOrder(@PathVariable String number) {
        return showOrder.show(OrderQuery.number(number));
    }

    @GetMapping("/{number}/events")
    @Operation(summary = "Show the timeline of an order, oldest event first")
    TimelineView showTimeline(@PathVariable String number) {
        var order = orders.get(OrderQuery.number(number)).number();
        return new TimelineView(events.findByOrderNumberOrderByAtAscIdAsc(order).stream()
                .map(TimelineView.TimelineEvent::of)
                .toList());
    }
}
