package io.ordertrail.api.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.PurchaseReceipt;
import io.ordertrail.stock.replenishment.ReceivePurchase;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/purchases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Purchases")
class PurchasesController {

    private final PurchaseOrders purchases;
    private final ReceivePurchase receivePurchase;
    private final Clock clock;

    PurchasesController(PurchaseOrders purchases, ReceivePurchase receivePurchase, Clock clock) {
        this.purchases = purchases;
        this.receivePurchase = receivePurchase;
        this.clock = clock;
    }

    /**
     * A booked receipt.
     *
     * @param movement Ordertrail's number of the stock movement
     * @param id the sender's id of the receipt
     * @param purchase the purchase order after the receipt
     */
    record Received(long movement, String id, int quantity, String by, Instant at, PurchaseView purchase) {}

    @GetMapping
    @Operation(summary = "List purchase orders, newest first")
    PurchaseView.PurchasePage findPurchases(@ParameterObject @Valid PurchaseQuery query) {
        var found = purchases.search(query.states(), query.sku(), query.site(), query.before(), query.atMost());
        var page = found.stream()
                .limit(query.limit())
                .map(purchase -> PurchaseView.of(purchase, LocalDate.now(clock)))
                .toList();
        return new PurchaseView.PurchasePage(
                page, found.size() > query.limit() ? page.get(page.size() - 1).number() : null);
    }

    @PostMapping(path = "/{number}/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Book a receipt, full or partial, against a purchase order", description = """
      Sending the same id again changes nothing and returns the first response. Received goods are allocated to backorders. A \
      quantity greater than the open quantity is refused.""")
    Received receivePurchase(@PathVariable String number, @RequestBody PurchaseReceipt receipt) {
        var purchase = PurchaseNumber.get(number);
        return received(purchase, receivePurchase.receive(purchase, receipt));
    }

    private Received received(PurchaseNumber number, StockMovement movement) {
        return new Received(
                movement.id(),
                movement.externalId(),
                movement.onHandChange(),
                movement.actor(),
                movement.at(),
                PurchaseView.of(purchases.get(number), LocalDate.now(clock)));
    }
}
