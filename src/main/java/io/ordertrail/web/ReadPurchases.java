package io.ordertrail.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.process.PurchaseTask;
import io.ordertrail.process.PurchaseTasks;
import io.ordertrail.stock.Backorder;
import io.ordertrail.stock.Backorders;
import io.ordertrail.stock.ProposeReplenishment;
import io.ordertrail.stock.Purchase;
import io.ordertrail.stock.PurchaseNumber;
import io.ordertrail.stock.Purchases;
import io.ordertrail.stock.StockItems;
import io.ordertrail.stock.StockLevel;
import io.ordertrail.stock.StockMovements;
import io.ordertrail.stock.Suggestion;
import io.ordertrail.stock.Supply;

/** Gathers what the pages show of purchases. */
@Component
@Transactional(readOnly = true)
class ReadPurchases {

  private static final Limit SHOWN = Limit.of(500);
  private static final Limit LAST = Limit.of(10);
  private static final Limit LINE = Limit.of(50);
  private static final int MONTH = 30;
  private static final int QUARTER = 90;

  /** @param task what it waits for a person to do; null where nobody has to do anything */
  record Row(Purchase purchase, String name, Supply supply, PurchaseTask task) {
  }

  /** @param sent30 pieces that left from the site within 30 days */
  record Facts(Purchase purchase, Product product, List<StockLevel> levels, Map<String, Supply> supply, List<Backorder> line,
      List<Purchase> last, long sent30, long sent90, Suggestion suggestion) {
  }

  private final Purchases purchases;
  private final Products products;
  private final StockItems items;
  private final Backorders backorders;
  private final StockMovements movements;
  private final ProposeReplenishment proposeReplenishment;
  private final PurchaseTasks tasks;
  private final Clock clock;

  ReadPurchases(Purchases purchases, Products products, StockItems items, Backorders backorders, StockMovements movements,
      ProposeReplenishment proposeReplenishment, PurchaseTasks tasks, Clock clock) {
    this.purchases = purchases;
    this.products = products;
    this.items = items;
    this.backorders = backorders;
    this.movements = movements;
    this.proposeReplenishment = proposeReplenishment;
    this.tasks = tasks;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  List<Row> underWay() {
    var found = purchases.underWay(SHOWN);
    var skus = found.stream().map(Purchase::sku).collect(Collectors.toSet());
    if (skus.isEmpty()) {
      return List.of();
    }
    var names = products.findBySkuIn(skus).stream().collect(Collectors.toMap(Product::sku, Product::name));
    var supply = items.supply(skus).stream().collect(Collectors.toMap(at -> at.sku() + " " + at.site(), Function.identity()));
    var open = tasks.of(found.stream().map(Purchase::number).toList());
    return found.stream().map(purchase -> new Row(purchase, names.get(purchase.sku()),
        supply.get(purchase.sku() + " " + purchase.site()), open.get(purchase.number()))).toList();
  }

  Facts facts(PurchaseNumber number) {
    var purchase = purchases.get(number);
    var sku = purchase.sku();
    return new Facts(purchase, products.get(sku), items.levels(List.of(sku)), supply(sku), backorders.line(sku, LINE),
        purchases.findBySkuOrderByIdDesc(sku, LAST).stream().filter(other -> !other.number().equals(number)).toList(),
        movements.sent(sku, purchase.site(), before(MONTH)), movements.sent(sku, purchase.site(), before(QUARTER)),
        proposeReplenishment.suggestion(sku, purchase.site()));
  }

  /** By site. */
  Map<String, Supply> supply(String sku) {
    return items.supply(List.of(sku)).stream().collect(Collectors.toMap(Supply::site, Function.identity()));
  }

  private Instant before(int days) {
    return clock.instant().minus(days, ChronoUnit.DAYS);
  }
}
