package io.ordertrail.stock.allocation;

import io.ordertrail.stock.ledger.StockLevel;

/** What lies at a site, seen by one order. @param mine pieces that it got already */
public record AvailabilityForOrder(StockLevel level, long mine) {

    String sku() {
        return level.sku();
    }
}
