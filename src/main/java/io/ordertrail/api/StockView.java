package io.ordertrail.api;

import java.util.List;

import io.ordertrail.stock.StockLevel;

/** How much of a product there is, in all and per site. */
record StockView(String sku, int onHand, int reserved, int available, List<StockAtSite> sites) {

  /** @param available what can still be promised */
  record StockAtSite(String site, String shelf, int onHand, int reserved, int available) {
  }

  /** @param next what to send as {@code after} for the page that follows; null on the last one */
  record StockPage(List<StockRow> stock, String next) {
  }

  record StockRow(String sku, String site, String shelf, int onHand, int reserved, int available) {

    static StockRow of(StockLevel level) {
      return new StockRow(level.sku(), level.site(), level.shelf(), level.onHand(), level.reserved(), level.available());
    }
  }

  static StockView of(String sku, List<StockLevel> levels) {
    return new StockView(sku, levels.stream().mapToInt(StockLevel::onHand).sum(), levels.stream().mapToInt(StockLevel::reserved).sum(),
        levels.stream().mapToInt(StockLevel::available).sum(), levels.stream().map(level -> new StockAtSite(level.site(), level.shelf(),
            level.onHand(), level.reserved(), level.available())).toList());
  }

  static StockPage page(List<StockLevel> found, int limit) {
    var rows = found.stream().limit(limit).map(StockRow::of).toList();
    return new StockPage(rows, found.size() > limit ? rows.get(limit - 1).sku() + "@" + rows.get(limit - 1).site() : null);
  }
}
