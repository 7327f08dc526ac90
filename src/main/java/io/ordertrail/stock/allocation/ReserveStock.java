package io.ordertrail.stock.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.Demand.Wanted;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/** Sets everything that an order needs aside, out of one site or, where it may come in parts, out of two; or nothing. */
@Service
@Transactional
public class ReserveStock {

    /** So many pieces of a product out of a site. */
    private record Share(String sku, String site, int pieces) {}

    private final AllocatedGoods allocated;
    private final ReservationBook shelves;
    private final StockItems items;
    private final DeferredReservations pledges;
    private final BestSites bestSites;

    ReserveStock(
            AllocatedGoods allocated,
            ReservationBook shelves,
            StockItems items,
            DeferredReservations pledges,
            BestSites bestSites) {
        this.allocated = allocated;
        this.shelves = shelves;
        this.items = items;
        this.pledges = pledges;
        this.bestSites = bestSites;
    }

    /** @return whether all is set aside; if not, nothing has changed */
    public boolean reserve(Demand need) {
        var skus = need.pieces().keySet();
        var known = allocated.justNow(need.order());
        if (known.filter(AllocatedQuantities.NOTHING::equals).isPresent() && pledges.sawSoldOut(skus)) {
            return false;
        }
        if (known.isPresent()) {
            return reserve(need, known.get(), pledges.levels(skus));
        }
        var offers = allocated.offers(skus, need.order());
        var more = offers.stream().anyMatch(offer -> offer.mine() > 0);
        return reserve(
                need,
                more ? allocated.promised(need.order()) : AllocatedQuantities.NOTHING,
                offers.stream()
                        .map(AvailabilityForOrder::level)
                        .map(pledges::left)
                        .toList());
    }

    private boolean reserve(Demand need, AllocatedQuantities promised, List<StockLevel> levels) {
        var missing = need.missing(promised);
        if (missing.isEmpty()) {
            return true;
        }
        var more = !promised.equals(AllocatedQuantities.NOTHING);
        return bestSites.thatServe(need, Demand.pieces(missing), levels).stream()
                .anyMatch(sites -> takeAll(need, missing, sites, shares(sites, missing, levels), more));
    }

    /** The better site gives all it can; in SKU and site order, in which stock is always taken. */
    private static List<Share> shares(List<String> sites, List<Wanted> missing, List<StockLevel> levels) {
        var shares = new ArrayList<Share>();
        Demand.pieces(missing).forEach((sku, pieces) -> {
            var best = Math.min(
                    pieces,
                    levels.stream()
                            .filter(level ->
                                    level.sku().equals(sku) && level.site().equals(sites.get(0)))
                            .mapToInt(StockLevel::available)
                            .sum());
            sites.stream()
                    .sorted()
                    .map(site -> new Share(sku, site, site.equals(sites.get(0)) ? best : pieces - best))
                    .filter(share -> share.pieces() > 0)
                    .forEach(shares::add);
        });
        return shares;
    }

    /** What was read may be gone by now: the conditional updates decide, and a share that fails gives the others back. */
    private boolean takeAll(Demand need, List<Wanted> missing, List<String> sites, List<Share> shares, boolean more) {
        var taken = new ArrayList<Share>();
        for (var share : shares) {
            if (!pledges.pledge(share.sku(), share.site(), share.pieces())
                    && items.reserve(share.sku(), share.site(), share.pieces()) == 0) {
                taken.forEach(back -> items.giveBack(back.sku(), back.site(), back.pieces()));
                return false;
            }
            taken.add(share);
        }
        var lacking = new OpenDemand(missing);
        taken.stream()
                .sorted(Comparator.comparing(share -> sites.indexOf(share.site())))
                .forEach(share -> lacking.give(
                        share.sku(),
                        share.pieces(),
                        (line, pieces) -> shelves.note(need.whose(line), share.site(), pieces, more)));
        return true;
    }
}
