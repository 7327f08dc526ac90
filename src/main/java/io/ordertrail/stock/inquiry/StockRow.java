package io.ordertrail.stock.inquiry;

/**
 * A product at a site as the overview shows it.
 *
 * @param site null for a product that is stocked at no site but has backorders
 */
public record StockRow(String sku, String name, String site, String bin, int onHand, int reserved, int incoming) {

    /** Units that can still be reserved. */
    public int available() {
        return onHand - reserved;
    }
}
