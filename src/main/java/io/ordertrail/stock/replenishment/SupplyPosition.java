package io.ordertrail.stock.replenishment;

/**
 * Available and incoming units of a product at a site and its reorder level, as read at one moment.
 *
 * @param incoming units that were ordered and have not arrived
 * @param reorderPoint null where the product is not replenished at the site
 */
public record SupplyPosition(
        String sku, String site, int available, int incoming, Integer reorderPoint, Integer reorderQuantity) {

    public boolean isBelowReorderPoint() {
        return reorderPoint != null && available + incoming < reorderPoint;
    }
}
