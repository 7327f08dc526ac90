package io.ordertrail.stock.stocktake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;

/**
 * One count of a product by a person, in units.
 *
 * @param before the former count that the person has seen; null for none
 * @param more true to add this count to the former one, false to replace it
 */
public record CountEntry(
        @Text(max = 40, required = true) String sku,

        @NotNull(message = "{stocktake.input.units}")
        @Min(value = 0, message = "{stocktake.input.units}")
        @Max(value = Booking.MAX_QUANTITY, message = "{stocktake.input.units}")
        Integer units,

        Integer before,
        boolean more) {

    public CountEntry {
        sku = Blanks.trimmed(sku);
    }

    /** The counted units with this entry. */
    int total() {
        return more && before != null ? before + units : units;
    }
}
