package io.ordertrail.stock.allocation;

import io.ordertrail.stock.ledger.StockItem;

/**
 * Units that are about to be reserved for a line of an order.
 *
 * @param more whether the line may have units from this site already
 */
record NewReservation(OrderLineRef line, String site, int units, boolean more) {

    StockItem.Key place() {
        return new StockItem.Key(line.sku(), site);
    }
}
