package io.ordertrail.stock.replenishment;

import java.time.LocalDate;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.PurchaseNumber;

/** Records the supplier's new expected date for the open quantity. */
@Service
@Transactional
public class PostponePurchase {

    private final NotedPurchases purchases;

    PostponePurchase(NotedPurchases purchases) {
        this.purchases = purchases;
    }

    public void postpone(PurchaseNumber number, LocalDate expected, String note) {
        if (purchases.postpone(number, expected, note) == 0) {
            throw new PurchaseRefusal("ended", number);
        }
    }
}
