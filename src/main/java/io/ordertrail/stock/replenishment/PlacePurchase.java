package io.ordertrail.stock.replenishment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;

/** Orders goods that a buyer has decided on elsewhere: the process of the purchase goes the same way as after a form. */
@Service
@Transactional
public class PlacePurchase {

    private final PurchaseOrders purchases;
    private final StockItems items;
    private final PurchaseProcess process;
    private final Clock clock;

    PlacePurchase(PurchaseOrders purchases, StockItems items, PurchaseProcess process, Clock clock) {
        this.purchases = purchases;
        this.items = items;
        this.process = process;
        this.clock = clock;
    }

    /** Starts the purchase of a product for a site that nobody has proposed. */
    public PurchaseNumber place(StockItem.Key place, PurchasePlan plan) {
        items.ensureExists(place.sku(), place.site());
        var purchase = purchases.save(new PurchaseOrder(place.sku(), place.site(), clock.instant()));
        purchases.assignProcess(purchase.number().id(), process.start(purchase.number()));
        process.order(purchase, plan);
        return purchase.number();
    }

    /** Orders what was proposed. */
    public void order(PurchaseNumber number, PurchasePlan plan) {
        process.order(purchases.getLocked(number), plan);
    }

    public void postpone(PurchaseNumber number, PurchasePlan plan) {
        process.postpone(purchases.getLocked(number), plan);
    }
}
