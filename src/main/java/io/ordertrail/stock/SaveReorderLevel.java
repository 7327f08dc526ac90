package io.ordertrail.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;

/** Says when a shelf is to be refilled. Whoever changes that wants to hear of it: what was declined before no longer counts. */
@Service
@Transactional
public class SaveReorderLevel {

  private final BookStock bookStock;
  private final StockItems items;
  private final Checked checked;

  SaveReorderLevel(BookStock bookStock, StockItems items, Checked checked) {
    this.bookStock = bookStock;
    this.items = items;
    this.checked = checked;
  }

  /** @param shelf where the product lies at the site; null leaves it where it is */
  public void save(String sku, String site, String shelf, ReorderLevel level) {
    level.check(checked);
    bookStock.keepShelf(sku, site, shelf);
    items.watch(sku, site, level.reorderPoint(), level.reorderQuantity());
  }
}
