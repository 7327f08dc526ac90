package io.ordertrail.stock;

/** What lies at a site, seen by one order. @param mine pieces that are set aside for it already */
public record Offer(StockLevel level, long mine) {

  String sku() {
    return level.sku();
  }
}
