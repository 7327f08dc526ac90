package io.ordertrail.stock.replenishment;

import io.ordertrail.stock.ledger.Booking;

/**
 * How much to buy, and why.
 *
 * @param reorderQuantity the least that is bought at once
 * @param lacking pieces that waiting orders lack beyond what is on its way already
 */
public record ReorderSuggestion(int reorderQuantity, int lacking) {

    /** @param missing pieces that waiting orders lack. @param incoming pieces on their way, to any site */
    static ReorderSuggestion of(Integer reorderQuantity, long missing, long incoming) {
        return new ReorderSuggestion(reorderQuantity == null ? 0 : reorderQuantity, (int)
                Math.min(Math.max(missing - incoming, 0), Booking.MOST_PIECES));
    }

    public int pieces() {
        return Math.max(reorderQuantity, lacking);
    }
}
