package io.ordertrail.api.order;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.actor.Actor;
import io.ordertrail.api.idempotency.IdempotencyClaim;
import io.ordertrail.api.idempotency.IdempotentCall;
import io.ordertrail.api.idempotency.StoredAnswer;
import io.ordertrail.api.wire.WireJson;
import io.ordertrail.order.book.NewOrder;

/** Where other systems enter orders. */
@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class EnterOrderController {

    private final PlaceOrder placeOrder;
    private final IdempotentCall once;
    private final WireJson json;
    private final Actor actor;

    EnterOrderController(PlaceOrder placeOrder, IdempotentCall once, WireJson json, Actor actor) {
        this.placeOrder = placeOrder;
        this.once = once;
        this.json = json;
        this.actor = actor;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter an order", description = """
      Checked, reserved and confirmed within the call when no rule holds it and the goods are there. \
      The same channel and external reference twice is refused; the problem names the first order.""")
    @ApiResponse(
            responseCode = "201",
            description = "The order; Location is its address",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<String> enterOrder(
            @RequestBody NewOrder order,
            @Parameter(
                            description =
                                    "1 to 255 visible ASCII characters, kept for 24 hours: the same key with the same order is answered as the first time")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String idempotencyKey) {
        var answer = idempotencyKey == null ? placeOrder.place(order) : once(order, idempotencyKey);
        return ResponseEntity.status(answer.status())
                .location(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private StoredAnswer once(NewOrder order, String key) {
        var claim = IdempotencyClaim.of(actor.name(), key, "POST /api/orders\n" + json.write(order));
        return once.answer(claim, () -> placeOrder.place(order, claim));
    }
}
