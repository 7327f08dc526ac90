package io.ordertrail.stock.replenishment;

import io.ordertrail.stock.ledger.Booking;

/**
 * How many units to buy, and why.
 *
 * @param reorderQuantity the smallest quantity of one purchase order
 * @param missing backordered units beyond the incoming quantity
 */
public record ReorderSuggestion(int reorderQuantity, int missing) {

    /**
     * Calculates a suggestion.
     *
     * @param missing backordered units
     * @param incoming units that are incoming at any site
     */
    static ReorderSuggestion of(Integer reorderQuantity, long missing, long incoming) {
        return new ReorderSuggestion(reorderQuantity == null ? 0 : reorderQuantity, (int)
                Math.min(Math.max(missing - incoming, 0), Booking.MAX_QUANTITY));
    }

    public int quantity() {
        return Math.max(reorderQuantity, missing);
    }
}
