package io.ordertrail.api.stock;

import java.util.List;

import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;

/** The stock of a product in units, in total and by site. */
record StockView(String sku, int onHand, int reserved, int available, int incoming, List<StockAtSite> sites) {

    /**
     * The stock of a product at a site.
     *
     * @param available quantity that can still be reserved
     * @param incoming quantity that is ordered and not yet received
     * @param reorderPoint a purchase order is proposed when available and incoming units together are fewer; null when
     *     the product is not replenished at the site
     */
    record StockAtSite(
            String site,
            String shelf,
            int onHand,
            int reserved,
            int available,
            int incoming,
            Integer reorderPoint,
            Integer reorderQuantity) {}

    /**
     * A page of stock levels.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record StockPage(List<StockRow> stock, String next) {}

    record StockRow(String sku, String site, String shelf, int onHand, int reserved, int available, int incoming) {

        static StockRow of(StockLevel level, SupplyPosition supply) {
            return new StockRow(
                    level.sku(),
                    level.site(),
                    level.bin(),
                    level.onHand(),
                    level.reserved(),
                    level.available(),
                    supply.incoming());
        }
    }

    static StockView of(String sku, List<StockLevel> levels, List<SupplyPosition> supply) {
        var sites =
                levels.stream().map(level -> atSite(level, of(level, supply))).toList();
        return new StockView(
                sku,
                levels.stream().mapToInt(StockLevel::onHand).sum(),
                levels.stream().mapToInt(StockLevel::reserved).sum(),
                levels.stream().mapToInt(StockLevel::available).sum(),
                sites.stream().mapToInt(StockAtSite::incoming).sum(),
                sites);
    }

    private static StockAtSite atSite(StockLevel level, SupplyPosition supply) {
        return new StockAtSite(
                level.site(),
                level.bin(),
                level.onHand(),
                level.reserved(),
                level.available(),
                supply.incoming(),
                supply.reorderPoint(),
                supply.reorderQuantity());
    }

    static StockPage page(List<StockLevel> found, List<SupplyPosition> supply, int limit) {
        var rows = found.stream()
                .limit(limit)
                .map(level -> StockRow.of(level, of(level, supply)))
                .toList();
        return new StockPage(
                rows,
                found.size() > limit
                        ? rows.get(limit - 1).sku() + "@" + rows.get(limit - 1).site()
                        : null);
    }

    /** Finds the supply position; a stock level that was created between the two queries has nothing incoming. */
    private static SupplyPosition of(StockLevel level, List<SupplyPosition> supply) {
        return supply.stream()
                .filter(position ->
                        position.sku().equals(level.sku()) && position.site().equals(level.site()))
                .findFirst()
                .orElseGet(() -> new SupplyPosition(level.sku(), level.site(), level.available(), 0, null, null));
    }
}
