package io.ordertrail.stock.replenishment;

/**
 * How a shelf is kept filled, as read at one moment.
 *
 * @param incoming pieces that were ordered and have not come yet
 * @param reorderPoint null where nobody watches the shelf
 */
public record SupplyPosition(
        String sku, String site, int available, int incoming, Integer reorderPoint, Integer reorderQuantity) {

    public boolean under() {
        return reorderPoint != null && available + incoming < reorderPoint;
    }
}
