package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItems;

/**
 * Reserves everything that an order needs, from one site or, where partial deliveries are allowed, from two; or
 * nothing.
 */
@Service
@Transactional
public class ReserveStock {

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final StockItems items;
    private final BestSites bestSites;

    ReserveStock(
            AllocatedGoods allocatedGoods, ReservationBook reservationBook, StockItems items, BestSites bestSites) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.items = items;
        this.bestSites = bestSites;
    }

    /** Tells whether all is reserved; if not, nothing has changed. */
    public boolean reserve(Demand demand) {
        var allocated = allocatedGoods.allocatedTo(demand.order());
        var missing = demand.missing(allocated);
        if (missing.isEmpty()) {
            return true;
        }
        var wanted = Demand.quantityBySku(missing);
        var levels = items.levels(wanted.keySet());
        var sites = bestSites.thatServe(demand, wanted, levels).stream().findFirst();
        sites.map(best -> AllocationPlan.of(missing, best, levels))
                .ifPresent(plan -> reservationBook.reserve(plan.reservations(demand, allocated)));
        return sites.isPresent();
    }
}
