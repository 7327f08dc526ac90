package io.ordertrail.api.stock;

import java.util.List;

import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;

/** How much of a product there is, in all and per site. */
record StockView(String sku, int onHand, int reserved, int available, int incoming, List<StockAtSite> sites) {

    /**
     * @param available what can still be promised
     * @param incoming what was ordered and has not come yet
     * @param reorderPoint with fewer pieces than this, available and incoming, a purchase is proposed; null where nobody watches
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

    /** @param next what to send as {@code after} for the page that follows; null on the last one */
    record StockPage(List<StockRow> stock, String next) {}

    record StockRow(String sku, String site, String shelf, int onHand, int reserved, int available, int incoming) {

        static StockRow of(StockLevel level, SupplyPosition supply) {
            return new StockRow(
                    level.sku(),
                    level.site(),
                    level.shelf(),
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
                level.shelf(),
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

    /** A shelf that was put up between the two looks has nothing incoming. */
    private static SupplyPosition of(StockLevel level, List<SupplyPosition> supply) {
        return supply.stream()
                .filter(shelf -> shelf.sku().equals(level.sku()) && shelf.site().equals(level.site()))
                .findFirst()
                .orElseGet(() -> new SupplyPosition(level.sku(), level.site(), level.available(), 0, null, null));
    }
}
