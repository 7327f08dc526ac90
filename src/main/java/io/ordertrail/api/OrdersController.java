package io.ordertrail.api;

import java.net.URI;

import jakarta.validation.Valid;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.order.NewOrder;
import io.ordertrail.order.OrderEvents;
import io.ordertrail.order.Orders;
import io.ordertrail.order.SearchOrders;
import io.ordertrail.platform.Actor;
import io.ordertrail.platform.Again;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrdersController {

  private final PlaceOrder placeOrder;
  private final Once once;
  private final Again again;
  private final WireJson json;
  private final Actor actor;
  private final SearchOrders searchOrders;
  private final ShowOrder showOrder;
  private final Orders orders;
  private final OrderEvents events;

  OrdersController(PlaceOrder placeOrder, Once once, Again again, WireJson json, Actor actor, SearchOrders searchOrders,
      ShowOrder showOrder, Orders orders, OrderEvents events) {
    this.placeOrder = placeOrder;
    this.once = once;
    this.again = again;
    this.json = json;
    this.actor = actor;
    this.searchOrders = searchOrders;
    this.showOrder = showOrder;
    this.orders = orders;
    this.events = events;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Enter an order", description = """
      Checked, reserved and confirmed within the call when no rule holds it and the goods are there. \
      The same channel and external reference twice is refused; the problem names the first order.""")
  @ApiResponse(responseCode = "201", description = "The order; Location is its address",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  ResponseEntity<String> enterOrder(@RequestBody NewOrder order,
      @Parameter(description = "1 to 255 visible ASCII characters, kept for 24 hours: the same key with the same order is answered as the first time")
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
    var answer = idempotencyKey == null ? again.ifContended(() -> placeOrder.place(order)) : once(order, idempotencyKey);
    return ResponseEntity.status(answer.status()).location(URI.create(answer.location()))
        .contentType(MediaType.APPLICATION_JSON).body(answer.body());
  }

  private Answer once(NewOrder order, String key) {
    var claim = Claim.of(actor.name(), key, "POST /api/orders\n" + json.write(order));
    return once.answer(claim, () -> again.ifContended(() -> placeOrder.place(order, claim)));
  }

  @GetMapping
  @Operation(summary = "Find orders, newest first")
  OrderPage findOrders(@ParameterObject @Valid OrderQuery query) {
    return OrderPage.of(searchOrders.search(query.wanted()), query.limit());
  }

  @GetMapping("/{number}")
  @Operation(summary = "Look at an order")
  OrderView showOrder(@PathVariable String number) {
    return showOrder.show(OrderQuery.number(number));
  }

  @GetMapping("/{number}/events")
  @Operation(summary = "Read an order's timeline, oldest first")
  TimelineView showTimeline(@PathVariable String number) {
    var order = orders.get(OrderQuery.number(number)).number();
    return new TimelineView(events.findByOrderNumberOrderByAtAscIdAsc(order).stream().map(TimelineView.TimelineEvent::of).toList());
  }
}
