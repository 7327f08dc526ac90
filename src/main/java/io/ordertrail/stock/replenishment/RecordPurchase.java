package io.ordertrail.stock.replenishment;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItems;

/** Goods were ordered for a shelf: from now on they are incoming. */
@Service
@Transactional
public class RecordPurchase {

    private final PurchaseOrders purchases;
    private final StockItems items;
    private final SupplyPositions supplies;
    private final ReplenishmentSettings settings;
    private final Actor actor;

    RecordPurchase(
            PurchaseOrders purchases,
            StockItems items,
            SupplyPositions supplies,
            ReplenishmentSettings settings,
            Actor actor) {
        this.purchases = purchases;
        this.items = items;
        this.supplies = supplies;
        this.settings = settings;
        this.actor = actor;
    }

    /** Who orders so little that the shelf stays under its point has thought about it, and is left alone for a while. */
    public void record(PurchaseNumber number, int pieces, LocalDate expected, String note) {
        var purchase = purchases.getLocked(number);
        var stamp = actor.stamp();
        if (purchases.order(number.id(), pieces, expected, note, stamp) == 0) {
            throw new PurchaseRefusal("decided", number);
        }
        items.lock(List.of(purchase.sku()));
        items.announce(purchase.sku(), purchase.site(), pieces);
        supplies.leaveInPeace(purchase.sku(), purchase.site(), stamp.at().plus(settings.askAgain()));
    }
}
