package io.ordertrail.stock.replenishment;

import java.util.ArrayList;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Booking;

/**
 * When a product is replenished at a site, and with how many units. Both values are null where it is not.
 *
 * @param reorderPoint a purchase is proposed when fewer units than this are available and incoming
 * @param reorderQuantity the smallest quantity that is proposed
 */
public record ReorderLevel(
        @Min(value = 1, message = "{reorder.input}") @Max(value = Booking.MAX_QUANTITY, message = "{reorder.input}")
        Integer reorderPoint,

        @Min(value = 1, message = "{reorder.input}") @Max(value = Booking.MAX_QUANTITY, message = "{reorder.input}")
        Integer reorderQuantity) {

    void check(Checked checked) {
        var faults = new ArrayList<>(checked.faultsOf(this));
        if (reorderPoint == null && reorderQuantity != null) {
            faults.add(new Fault("/reorderPoint", Sentence.of("reorder.both")));
        }
        if (reorderPoint != null && reorderQuantity == null) {
            faults.add(new Fault("/reorderQuantity", Sentence.of("reorder.both")));
        }
        Checked.refuseIfAny(faults);
    }
}
