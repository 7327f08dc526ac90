package io.ordertrail.stock.replenishment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;

/**
 * Goods of a purchase that have come.
 *
 * @param id the sender's own; the same one twice changes nothing
 * @param reason what stands in the ledger besides the purchase, such as the number of the delivery note
 */
public record PurchaseReceipt(
        @Text(max = 100) String id,

        @NotNull(message = "{purchase.input.quantity}")
        @Min(value = 1, message = "{purchase.input.quantity}")
        @Max(value = Booking.MOST_PIECES, message = "{purchase.input.quantity}")
        Integer quantity,

        @Text(max = 500) String reason) {}
