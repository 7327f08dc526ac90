package io.ordertrail.stock.replenishment;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItems;

/** Records that the goods were ordered: from now on they are incoming. */
@Service
@Transactional
public class RecordPurchase {

    private final NotedPurchases purchases;
    private final StockItems items;
    private final SupplyPositions supplyPositions;
    private final ReplenishmentSettings settings;
    private final Actor actor;

    RecordPurchase(
            NotedPurchases purchases,
            StockItems items,
            SupplyPositions supplyPositions,
            ReplenishmentSettings settings,
            Actor actor) {
        this.purchases = purchases;
        this.items = items;
        this.supplyPositions = supplyPositions;
        this.settings = settings;
        this.actor = actor;
    }

    /** A buyer who orders too little to reach the reorder point does so on purpose, so the reorder check is snoozed. */
    public void record(PurchaseNumber number, int quantity, LocalDate expected, String note) {
        var purchase = purchases.getLocked(number);
        var stamp = actor.stamp();
        if (purchases.order(number, quantity, expected, note, stamp) == 0) {
            throw new PurchaseRefusal("decided", number);
        }
        items.lock(List.of(purchase.sku()));
        items.addIncoming(purchase.sku(), purchase.site(), quantity);
        supplyPositions.snooze(purchase.sku(), purchase.site(), stamp.at().plus(settings.snooze()));
    }
}
