package io.ordertrail.stock.replenishment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;

/**
 * A goods receipt for a purchase order.
 *
 * @param id the sender's own id; a repeated id changes nothing
 * @param reason the ledger's note on the receipt, such as the number of the delivery note
 */
public record PurchaseReceipt(
        @Text(max = 100) String id,

        @NotNull(message = "{purchase.input.quantity}")
        @Min(value = 1, message = "{purchase.input.quantity}")
        @Max(value = Booking.MAX_QUANTITY, message = "{purchase.input.quantity}")
        Integer quantity,

        @Text(max = 500) String reason) {

    public PurchaseReceipt {
        id = Blanks.trimmed(id);
    }
}
