package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItems;

/** Sets aside for an order what can be had now; it no longer waits for the rest. */
@Service
@Transactional
public class ReserveAvailable {

    private final AllocatedGoods allocated;
    private final AllocateAvailable available;
    private final StockItems items;
    private final DeferredReservations pledges;
    private final Backorders backorders;

    ReserveAvailable(
            AllocatedGoods allocated,
            AllocateAvailable available,
            StockItems items,
            DeferredReservations pledges,
            Backorders backorders) {
        this.allocated = allocated;
        this.available = available;
        this.items = items;
        this.pledges = pledges;
        this.backorders = backorders;
    }

    /** @return what the order has now, that from before included */
    public AllocatedQuantities take(Demand need) {
        backorders.leave(need.order());
        if (pledges.lockUnlessSoldOut(need.pieces().keySet())) {
            available.allocate(need);
        }
        return allocated.promised(need.order());
    }

    /** Whether anything the order needs could be sent now. The stock stays as it is until the end of the transaction. */
    public boolean somethingFor(Demand need) {
        var some = pledges.lockUnlessSoldOut(need.pieces().keySet());
        var promised = allocated.promised(need.order());
        var missing = Demand.pieces(need.missing(promised)).keySet();
        return !promised.sites().isEmpty()
                || some
                        && !missing.isEmpty()
                        && items.levels(missing).stream().anyMatch(level -> level.available() > 0);
    }
}
