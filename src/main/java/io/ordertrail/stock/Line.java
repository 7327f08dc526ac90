package io.ordertrail.stock;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;

/**
 * The orders that wait for a product: the more pressing first, and of equals who came first. Whoever makes pieces available serves the line in the same
 * transaction, so a later order finds nothing left while an earlier one waits.
 */
@Component
class Line {

  private static final Limit AT_ONCE = Limit.of(50);

  private final StockItems items;
  private final Backorders backorders;
  private final Shelves shelves;
  private final WaitingOrders waitingOrders;

  Line(StockItems items, Backorders backorders, Shelves shelves, WaitingOrders waitingOrders) {
    this.items = items;
    this.backorders = backorders;
    this.shelves = shelves;
    this.waitingOrders = waitingOrders;
  }

  /** Hands out what is available at the site; the caller has locked the product's stock, at all sites. */
  void serve(String sku, String site) {
    var complete = new LinkedHashSet<OrderNumber>();
    while (handOut(sku, site, complete)) {
      // the next fifty
    }
    complete.forEach(waitingOrders::allSetAside);
  }

  /** @return whether the line may be longer than what was looked at, with goods left for it */
  private boolean handOut(String sku, String site, Set<OrderNumber> complete) {
    var first = backorders.line(sku, AT_ONCE);
    for (var waiting : first) {
      var pieces = Math.min(items.available(sku, site), waiting.missing());
      if (pieces == 0) {
        return false;
      }
      waitingOrders.lock(waiting.order());     // of two who bring its last two products, the second finds that it was the last
      if (!shelves.take(waiting.whose(), site, pieces)) {
        return false;
      }
      if (!waiting.got(pieces)) {
        return false;
      }
      backorders.delete(waiting);
      if (backorders.missingFor(waiting.order()) == 0) {
        complete.add(waiting.order());
      }
    }
    return first.size() == AT_ONCE.max();
  }
}
