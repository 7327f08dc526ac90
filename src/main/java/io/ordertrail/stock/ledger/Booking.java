package io.ordertrail.stock.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/**
 * Goods that come or go other than by an order.
 *
 * @param id the sender's own; booking the same id again changes nothing
 * @param quantity change of on hand: positive for RECEIPT and RETURN, negative for LOSS, either for ADJUSTMENT
 */
public record Booking(
        @Text(max = 100) String id,
        @Text(max = 40, required = true) String sku,
        @Text(max = 20, required = true) String site,

        @NotNull(message = "{stock.input.quantity}")
        @Min(value = -MAX_QUANTITY, message = "{stock.input.quantity}")
        @Max(value = MAX_QUANTITY, message = "{stock.input.quantity}")
        Integer quantity,

        @NotNull(message = "{stock.input.kind}") Kind kind,
        @Text(max = 500) String reason) {

    public static final int MAX_QUANTITY = 1_000_000;

    public Booking {
        id = Blanks.trimmed(id);
        sku = Blanks.trimmed(sku);
        site = Blanks.trimmed(site);
    }

    Booking of(String product) {
        return new Booking(id, product, site, quantity, kind, reason);
    }

    public StockItem.Key place() {
        return new StockItem.Key(sku, site);
    }
}
