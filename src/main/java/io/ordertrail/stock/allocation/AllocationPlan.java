package io.ordertrail.stock.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ordertrail.stock.allocation.Demand.DemandLine;
import io.ordertrail.stock.allocation.ReservationBook.NewReservation;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockLevel;

/** Which line of an order gets how many units from which site. */
record AllocationPlan(List<Share> shares) {

    /** Units for a line from one site. */
    record Share(DemandLine line, String site, int units) {

        private NewReservation reservation(Demand demand, AllocatedQuantities allocated) {
            return new NewReservation(
                    demand.orderLine(line), site, units, allocated.hasReserved(line.position(), site));
        }
    }

    /** Takes all it can from the first site, then from the next; within a site, the first line first. */
    static AllocationPlan of(List<DemandLine> missing, List<String> sites, List<StockLevel> levels) {
        var available = new HashMap<StockItem.Key, Integer>();
        levels.forEach(level -> available.put(new StockItem.Key(level.sku(), level.site()), level.available()));
        var open = new HashMap<DemandLine, Integer>();
        missing.forEach(line -> open.put(line, line.quantity()));
        var shares = new ArrayList<Share>();
        sites.forEach(site -> missing.forEach(line -> {
            var units = take(open, line, available, new StockItem.Key(line.sku(), site));
            if (units > 0) {
                shares.add(new Share(line, site, units));
            }
        }));
        return new AllocationPlan(shares);
    }

    /**
     * The reservations to make.
     *
     * @param allocated what the order had when this was planned
     */
    List<NewReservation> reservations(Demand demand, AllocatedQuantities allocated) {
        return shares.stream()
                .map(share -> share.reservation(demand, allocated))
                .toList();
    }

    private static int take(
            Map<DemandLine, Integer> open,
            DemandLine line,
            Map<StockItem.Key, Integer> available,
            StockItem.Key place) {
        var units = Math.max(0, Math.min(open.get(line), available.getOrDefault(place, 0)));
        open.merge(line, -units, Integer::sum);
        available.merge(place, -units, Integer::sum);
        return units;
    }
}
