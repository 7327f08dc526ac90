package io.ordertrail.stock.ledger;

/** How much of a product lies at a site, as read at one moment. @param reserved of it for orders */
public record StockLevel(String sku, String site, String country, String shelf, int onHand, int reserved) {

    /** What can still be promised. */
    public int available() {
        return onHand - reserved;
    }
}
