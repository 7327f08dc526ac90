package io.ordertrail.stock.replenishment;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItems;

/** Closes a purchase order: its open quantity will not arrive and is no longer incoming. */
@Service
@Transactional
public class CloseOpenQuantity {

    private final NotedPurchases purchases;
    private final StockItems items;
    private final Clock clock;

    CloseOpenQuantity(NotedPurchases purchases, StockItems items, Clock clock) {
        this.purchases = purchases;
        this.items = items;
        this.clock = clock;
    }

    public void close(PurchaseNumber number, String reason) {
        var purchase = purchases.getLocked(number);
        var open = purchase.open();
        if (purchases.close(number, open, PurchaseRefusal.needed(reason), clock.instant()) == 0) {
            throw new PurchaseRefusal("ended", number);
        }
        items.lock(List.of(purchase.sku()));
        if (items.addIncoming(purchase.sku(), purchase.site(), -open) == 0) {
            throw new ConcurrentStockChange(purchase.sku());
        }
    }
}
