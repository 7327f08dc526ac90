package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/** Reserves what is available of an order's open demand, also in part, from as few sites as possible. */
@Component
class AllocateAvailable {

    private final StockItems items;
    private final BestSites bestSites;
    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;

    AllocateAvailable(
            StockItems items, BestSites bestSites, AllocatedGoods allocatedGoods, ReservationBook reservationBook) {
        this.items = items;
        this.bestSites = bestSites;
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
    }

    /** The caller has locked the products' stock. */
    void allocate(Demand demand) {
        var openDemand = new OpenDemand(demand.missing(allocatedGoods.allocatedTo(demand.order())));
        var missing = openDemand.quantityBySku();
        if (missing.isEmpty()) {
            return;
        }
        var levels = items.levels(missing.keySet());
        for (var site : bestSites.thatHaveSome(demand, missing, levels)) {
            levels.stream()
                    .filter(level -> level.site().equals(site))
                    .forEach(level -> reserve(demand, openDemand, level));
        }
    }

    private void reserve(Demand demand, OpenDemand openDemand, StockLevel level) {
        var quantity = Math.min(level.available(), openDemand.quantityBySku().getOrDefault(level.sku(), 0));
        if (quantity > 0 && items.reserve(level.sku(), level.site(), quantity) > 0) {
            openDemand.allocate(
                    level.sku(),
                    quantity,
                    (line, allocatedQuantity) -> reservationBook.recordReservation(
                            demand.orderLine(line), level.site(), allocatedQuantity, true));
        }
    }
}
