package io.ordertrail.stock.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.Demand.DemandLine;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/**
 * Reserves everything that an order needs, from one site or, where partial deliveries are allowed, from two; or
 * nothing.
 */
@Service
@Transactional
public class ReserveStock {

    /** Units of a product from one site. */
    private record Share(String sku, String site, int quantity) {}

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final StockItems items;
    private final DeferredReservations deferred;
    private final BestSites bestSites;

    ReserveStock(
            AllocatedGoods allocatedGoods,
            ReservationBook reservationBook,
            StockItems items,
            DeferredReservations deferred,
            BestSites bestSites) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.items = items;
        this.deferred = deferred;
        this.bestSites = bestSites;
    }

    /** Tells whether all is reserved; if not, nothing has changed. */
    public boolean reserve(Demand demand) {
        var skus = demand.quantityBySku().keySet();
        var known = allocatedGoods.allocatedInTransaction(demand.order());
        if (known.filter(AllocatedQuantities.NOTHING::equals).isPresent() && deferred.sawSoldOut(skus)) {
            return false;
        }
        if (known.isPresent()) {
            return reserve(demand, known.get(), deferred.levels(skus));
        }
        var availability = allocatedGoods.availabilityFor(skus, demand.order());
        var more = availability.stream().anyMatch(atSite -> atSite.alreadyAllocated() > 0);
        return reserve(
                demand,
                more ? allocatedGoods.allocatedTo(demand.order()) : AllocatedQuantities.NOTHING,
                availability.stream()
                        .map(AvailabilityForOrder::level)
                        .map(deferred::withoutDeferred)
                        .toList());
    }

    private boolean reserve(Demand demand, AllocatedQuantities allocatedQuantities, List<StockLevel> levels) {
        var missing = demand.missing(allocatedQuantities);
        if (missing.isEmpty()) {
            return true;
        }
        var more = !allocatedQuantities.equals(AllocatedQuantities.NOTHING);
        return bestSites.thatServe(demand, Demand.quantityBySku(missing), levels).stream()
                .anyMatch(sites -> reserveAll(demand, missing, sites, shares(sites, missing, levels), more));
    }

    /** The better site supplies all it can. Shares are in SKU and site order, in which stock is always reserved. */
    private static List<Share> shares(List<String> sites, List<DemandLine> missing, List<StockLevel> levels) {
        var shares = new ArrayList<Share>();
        Demand.quantityBySku(missing).forEach((sku, quantity) -> {
            var best = Math.min(
                    quantity,
                    levels.stream()
                            .filter(level ->
                                    level.sku().equals(sku) && level.site().equals(sites.get(0)))
                            .mapToInt(StockLevel::available)
                            .sum());
            sites.stream()
                    .sorted()
                    .map(site -> new Share(sku, site, site.equals(sites.get(0)) ? best : quantity - best))
                    .filter(share -> share.quantity() > 0)
                    .forEach(shares::add);
        });
        return shares;
    }

    /**
     * What was read may be gone by now: the conditional updates decide, and when one share fails, the others are
     * released.
     */
    private boolean reserveAll(
            Demand demand, List<DemandLine> missing, List<String> sites, List<Share> shares, boolean more) {
        var reserved = new ArrayList<Share>();
        for (var share : shares) {
            if (!deferred.defer(share.sku(), share.site(), share.quantity())
                    && items.reserve(share.sku(), share.site(), share.quantity()) == 0) {
                reserved.forEach(other -> items.release(other.sku(), other.site(), other.quantity()));
                return false;
            }
            reserved.add(share);
        }
        var openDemand = new OpenDemand(missing);
        reserved.stream()
                .sorted(Comparator.comparing(share -> sites.indexOf(share.site())))
                .forEach(share -> openDemand.allocate(
                        share.sku(),
                        share.quantity(),
                        (line, quantity) -> reservationBook.recordReservation(
                                demand.orderLine(line), share.site(), quantity, more)));
        return true;
    }
}
