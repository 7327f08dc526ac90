package io.ordertrail.stock;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ordertrail.order.OrderNumber;

/**
 * What an order needs, all in all.
 *
 * @param pieces per product; in SKU order, in which stock is always taken, so that two orders never wait for each other
 * @param country where it goes (ISO 3166 alpha-2), for the choice of the site
 * @param since when the order was entered: its place in a line
 */
public record Need(OrderNumber order, SortedMap<String, Integer> pieces, String country, Instant since) {

  public Need(OrderNumber order, Map<String, Integer> pieces, String country, Instant since) {
    this(order, new TreeMap<>(pieces), country, since);
  }

  /** What is still missing when these are set aside. */
  SortedMap<String, Integer> missing(Map<String, Integer> setAside) {
    var missing = new TreeMap<String, Integer>();
    pieces.forEach((sku, wanted) -> {
      var lacking = wanted - setAside.getOrDefault(sku, 0);
      if (lacking > 0) {
        missing.put(sku, lacking);
      }
    });
    return missing;
  }
}
