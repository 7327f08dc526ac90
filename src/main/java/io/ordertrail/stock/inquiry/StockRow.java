package io.ordertrail.stock.inquiry;

/** A product at a site as the overview shows it. @param site null where the product lies nowhere and orders wait for it */
public record StockRow(String sku, String name, String site, String shelf, int onHand, int reserved, int incoming) {

    /** What can still be promised. */
    public int available() {
        return onHand - reserved;
    }
}
