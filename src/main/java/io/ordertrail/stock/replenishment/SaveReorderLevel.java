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
    private final SupplyPositions supplyPositions;
    private final Checked checked;

    SaveReorderLevel(BookStock bookStock, SupplyPositions supplyPositions, Checked checked) {
        this.bookStock = bookStock;
        this.supplyPositions = supplyPositions;
        this.checked = checked;
    }

    /**
     * Saves the reorder level, and the bin where one is given.
     *
     * @param bin the bin in which the product is stocked at the site; null leaves it unchanged
     */
    public void save(String sku, String site, String bin, ReorderLevel level) {
        level.check(checked);
        bookStock.saveBin(sku, site, bin);
        supplyPositions.setReorderLevel(sku, site, level.reorderPoint(), level.reorderQuantity());
    }
}
