package io.ordertrail.stock.ledger;

/**
 * How much of a product is stocked at a site, as read at one moment.
 *
 * @param onHand units at the site, reserved ones included
 * @param reserved units of these that are reserved for orders
 */
public record StockLevel(String sku, String site, String country, String bin, int onHand, int reserved) {

    /** Units that can still be reserved. */
    public int available() {
        return onHand - reserved;
    }
}
