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

/** Enters orders of external systems. */
@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class EnterOrderController {

    private final PlaceOrder placeOrder;
    private final IdempotentCall idempotentCall;
    private final WireJson json;
    private final Actor actor;

    EnterOrderController(PlaceOrder placeOrder, IdempotentCall idempotentCall, WireJson json, Actor actor) {
        this.placeOrder = placeOrder;
        this.idempotentCall = idempotentCall;
        this.json = json;
        this.actor = actor;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter an order", description = """
      When no rule puts the order on hold and its goods are available, the call also checks, reserves and confirms the order. A \
      second order with the same channel and external reference is refused; the problem names the first order.""")
    @ApiResponse(
            responseCode = "201",
            description = "The order; the Location header is its address",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<String> enterOrder(
            @RequestBody NewOrder order,
            @Parameter(
                            description =
                                    "1 to 255 visible ASCII characters, kept for 24 hours: the same key with the same order returns the first response")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String idempotencyKey) {
        var answer = idempotencyKey == null ? placeOrder.place(order) : placeOnce(order, idempotencyKey);
        return ResponseEntity.status(answer.status())
                .location(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private StoredAnswer placeOnce(NewOrder order, String key) {
        var claim = IdempotencyClaim.of(actor.name(), key, "POST /api/orders\n" + json.write(order));
        return idempotentCall.answer(claim, () -> placeOrder.place(order, claim));
    }
}
