package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItems;

/** Reserves for an order what is available now; the order no longer waits for the rest. */
@Service
@Transactional
public class ReserveAvailable {

    private final AllocatedGoods allocatedGoods;
    private final AllocateAvailable allocateAvailable;
    private final StockItems items;
    private final Backorders backorders;

    ReserveAvailable(
            AllocatedGoods allocatedGoods,
            AllocateAvailable allocateAvailable,
            StockItems items,
            Backorders backorders) {
        this.allocatedGoods = allocatedGoods;
        this.allocateAvailable = allocateAvailable;
        this.items = items;
        this.backorders = backorders;
    }

    /** Returns all that the order has now, including what it had before. */
    public AllocatedQuantities reserve(Demand demand) {
        backorders.deleteAllOf(demand.order());
        return allocateAvailable.allocate(demand);
    }

    /**
     * Whether anything that the order needs could be shipped now. The stock stays as it is until the end of the
     * transaction.
     */
    public boolean canShipAnything(Demand demand) {
        items.lock(demand.quantityBySku().keySet());
        var allocated = allocatedGoods.allocatedTo(demand.order());
        var missing = Demand.quantityBySku(demand.missing(allocated)).keySet();
        return !allocated.sites().isEmpty()
                || !missing.isEmpty() && items.levels(missing).stream().anyMatch(level -> level.available() > 0);
    }
}
