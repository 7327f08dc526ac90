package io.ordertrail.stock.replenishment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.stock.ledger.PurchaseNumber;

/**
 * Declines a proposal. The buyer is asked again after the snooze time, or at once when the stock level has been above
 * its reorder point and falls below it again.
 */
@Service
@Transactional
public class DeclineProposal {

    private final NotedPurchases purchases;
    private final SupplyPositions supplyPositions;
    private final ReplenishmentSettings settings;
    private final Actor actor;

    DeclineProposal(
            NotedPurchases purchases, SupplyPositions supplyPositions, ReplenishmentSettings settings, Actor actor) {
        this.purchases = purchases;
        this.supplyPositions = supplyPositions;
        this.settings = settings;
        this.actor = actor;
    }

    public void decline(PurchaseNumber number, String reason) {
        var purchase = purchases.getLocked(number);
        var stamp = actor.stamp();
        if (purchases.decline(number, PurchaseRefusal.needed(reason), stamp) == 0) {
            throw new PurchaseRefusal("decided", number);
        }
        supplyPositions.snooze(purchase.sku(), purchase.site(), stamp.at().plus(settings.snooze()));
    }
}
