package io.ordertrail.stock.replenishment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.stock.booking.BookStock;

/** Sets when a product is replenished at a site. After a change, an earlier decline of a proposal no longer counts. */
@Service
@Transactional
public class SaveReorderLevel {

    private final BookStock bookStock;
    private final SupplyPositions supplies;
    private final Checked checked;

    SaveReorderLevel(BookStock bookStock, SupplyPositions supplies, Checked checked) {
        this.bookStock = bookStock;
        this.supplies = supplies;
        this.checked = checked;
    }

    /** @param shelf where the product is stocked at the site; null leaves the shelf as it is */
    public void save(String sku, String site, String shelf, ReorderLevel level) {
        level.check(checked);
        bookStock.keepShelf(sku, site, shelf);
        supplies.watch(sku, site, level.reorderPoint(), level.reorderQuantity());
    }
}
