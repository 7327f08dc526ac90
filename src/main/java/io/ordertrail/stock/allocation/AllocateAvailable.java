package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItems;

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

    /**
     * Locks the products' stock first: it sees goods that arrive at the same moment, or their receipt finds the order in
     * the queue.
     *
     * @return all that the order has now, including what it had before
     */
    AllocatedQuantities allocate(Demand demand) {
        items.lock(demand.quantityBySku().keySet());
        var allocated = allocatedGoods.allocatedTo(demand.order());
        var missing = demand.missing(allocated);
        var wanted = Demand.quantityBySku(missing);
        if (wanted.isEmpty()) {
            return allocated;
        }
        var levels = items.levels(wanted.keySet());
        var plan = AllocationPlan.of(missing, bestSites.thatHaveSome(demand, wanted, levels), levels);
        reservationBook.reserve(plan.reservations(demand, allocated));
        return allocated.plus(plan);
    }
}
