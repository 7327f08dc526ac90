package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/** Sets aside what can be had of what an order lacks, also in part, out of as few sites as it takes. */
@Component
class AllocateAvailable {

    private final StockItems items;
    private final BestSites bestSites;
    private final AllocatedGoods allocated;
    private final ReservationBook shelves;

    AllocateAvailable(StockItems items, BestSites bestSites, AllocatedGoods allocated, ReservationBook shelves) {
        this.items = items;
        this.bestSites = bestSites;
        this.allocated = allocated;
        this.shelves = shelves;
    }

    /** The stock is locked. */
    void allocate(Demand need) {
        var lacking = new OpenDemand(need.missing(allocated.promised(need.order())));
        var missing = lacking.pieces();
        if (missing.isEmpty()) {
            return;
        }
        var levels = items.levels(missing.keySet());
        for (var site : bestSites.thatHaveSome(need, missing, levels)) {
            levels.stream().filter(level -> level.site().equals(site)).forEach(level -> take(need, lacking, level));
        }
    }

    private void take(Demand need, OpenDemand lacking, StockLevel level) {
        var pieces = Math.min(level.available(), lacking.pieces().getOrDefault(level.sku(), 0));
        if (pieces > 0 && items.reserve(level.sku(), level.site(), pieces) > 0) {
            lacking.give(
                    level.sku(), pieces, (line, given) -> shelves.note(need.whose(line), level.site(), given, true));
        }
    }
}
