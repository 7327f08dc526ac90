package io.ordertrail.stock.allocation;

import io.ordertrail.stock.ledger.StockLevel;

/**
 * The stock level of a product at a site, as one order sees it.
 *
 * @param alreadyAllocated units that the order already has from there
 */
public record AvailabilityForOrder(StockLevel level, long alreadyAllocated) {

    String sku() {
        return level.sku();
    }
}
