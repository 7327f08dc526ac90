package io.ordertrail.stock;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;

/** Puts an order in line for what it lacks; what nobody before it waits for is set aside at once. */
@Service
@Transactional
public class QueueForStock {

  private final Shelves shelves;
  private final StockItems items;
  private final Backorders backorders;

  QueueForStock(Shelves shelves, StockItems items, Backorders backorders) {
    this.shelves = shelves;
    this.items = items;
    this.backorders = backorders;
  }

  /**
   * The products' stock is locked first: goods that arrive at the same moment either are seen here or find the order in line.
   *
   * @return whether everything is set aside, so that there is nothing to wait for
   */
  public boolean queue(Need need) {
    items.lock(need.pieces().keySet());
    shelves.takeWhatIsThere(need);
    var missing = need.missing(shelves.setAside(need.order()));
    var complete = missing.isEmpty();
    backorders.of(need.order()).forEach(waiting -> keep(waiting, missing));
    missing.forEach((sku, pieces) -> backorders.save(new Backorder(need.order(), sku, pieces, need.since())));
    return complete;
  }

  private void keep(Backorder waiting, Map<String, Integer> missing) {
    var pieces = missing.remove(waiting.sku());
    if (pieces == null) {
      backorders.delete(waiting);
    } else {
      waiting.lacks(pieces);
    }
  }

  /** Whether the order is in a line. */
  public boolean waits(OrderNumber order) {
    return backorders.missingFor(order) > 0;
  }
}
