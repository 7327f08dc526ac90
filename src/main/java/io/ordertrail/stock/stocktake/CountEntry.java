package io.ordertrail.stock.stocktake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;

/**
 * What a person counted.
 *
 * @param before what was counted of it already, as far as the person knows; null for nothing
 * @param more whether these pieces come to those, or stand instead of them
 */
public record CountEntry(
        @Text(max = 40, required = true) String sku,

        @NotNull(message = "{stocktake.input.pieces}")
        @Min(value = 0, message = "{stocktake.input.pieces}")
        @Max(value = Booking.MOST_PIECES, message = "{stocktake.input.pieces}")
        Integer pieces,

        Integer before,
        boolean more) {

    /** What has been counted with it. */
    int total() {
        return more && before != null ? before + pieces : pieces;
    }
}
