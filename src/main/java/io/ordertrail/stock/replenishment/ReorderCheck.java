package io.ordertrail.stock.replenishment;

import java.time.Clock;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItem;

/** Finds shelves that are under their reorder points, and sees to it that a buyer is asked about each of them once. */
@Service
@Transactional
public class ReorderCheck {

    private final SupplyPositions supplies;
    private final PurchaseOrders purchases;
    private final PurchaseProcess process;
    private final Clock clock;

    ReorderCheck(SupplyPositions supplies, PurchaseOrders purchases, PurchaseProcess process, Clock clock) {
        this.supplies = supplies;
        this.purchases = purchases;
        this.process = process;
        this.clock = clock;
    }

    /** Those that nobody has been asked about. */
    @Transactional(readOnly = true)
    public List<StockItem.Key> runningLow(Limit limit) {
        return supplies.runningLow(clock.instant(), limit);
    }

    /** Those that have been above their points since a buyer decided: the next fall is a new one. */
    @Transactional(readOnly = true)
    public List<StockItem.Key> recovered(Limit limit) {
        return supplies.recovered(limit);
    }

    public void forgetDecision(StockItem.Key shelf) {
        supplies.forgetDecision(shelf.sku(), shelf.site());
    }

    /** A shelf that was refilled or asked about in the meantime is left alone. Two at the same moment meet at the key of open proposals. */
    public void ask(StockItem.Key shelf) {
        if (supplies.isLow(shelf.sku(), shelf.site(), clock.instant())
                && !purchases.isProposed(shelf.sku(), shelf.site())) {
            var number = purchases
                    .save(new PurchaseOrder(shelf.sku(), shelf.site(), clock.instant()))
                    .number();
            purchases.drivenBy(number.id(), process.proposed(number));
        }
    }
}
