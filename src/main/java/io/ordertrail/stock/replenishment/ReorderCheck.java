package io.ordertrail.stock.replenishment;

import java.time.Clock;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItem;

/** Finds stock levels below their reorder points and starts one purchase proposal for each. */
@Service
@Transactional
public class ReorderCheck {

    private final SupplyPositions supplyPositions;
    private final PurchaseOrders purchases;
    private final PurchaseProcess process;
    private final Clock clock;

    ReorderCheck(SupplyPositions supplyPositions, PurchaseOrders purchases, PurchaseProcess process, Clock clock) {
        this.supplyPositions = supplyPositions;
        this.purchases = purchases;
        this.process = process;
        this.clock = clock;
    }

    /** Stock levels below their reorder points without a proposal or a snooze. */
    @Transactional(readOnly = true)
    public List<StockItem.Key> belowReorderPoint(Limit limit) {
        return supplyPositions.belowReorderPoint(clock.instant(), limit);
    }

    /** Snoozed stock levels that are above their reorder points again: the next fall is a new one. */
    @Transactional(readOnly = true)
    public List<StockItem.Key> recovered(Limit limit) {
        return supplyPositions.recovered(limit);
    }

    public void endSnooze(StockItem.Key place) {
        supplyPositions.endSnooze(place.sku(), place.site());
    }

    /**
     * Does nothing where the stock level has recovered or has a proposal meanwhile. The unique key of open proposals
     * stops a second proposal at the same moment.
     */
    public void propose(StockItem.Key place) {
        if (supplyPositions.isBelowReorderPoint(place.sku(), place.site(), clock.instant())
                && !purchases.isProposed(place.sku(), place.site())) {
            var number = purchases
                    .save(new PurchaseOrder(place.sku(), place.site(), clock.instant()))
                    .number();
            purchases.assignProcess(number.id(), process.start(number));
        }
    }
}
