package io.ordertrail.stock.replenishment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Nothing is bought for now: the buyer is asked again when the shelf has been above its point, or after a while. */
@Service
@Transactional
public class DeclineProposal {

    private final PurchaseOrders purchases;
    private final SupplyPositions supplies;
    private final ReplenishmentSettings settings;
    private final Actor actor;

    DeclineProposal(PurchaseOrders purchases, SupplyPositions supplies, ReplenishmentSettings settings, Actor actor) {
        this.purchases = purchases;
        this.supplies = supplies;
        this.settings = settings;
        this.actor = actor;
    }

    public void record(PurchaseNumber number, String reason) {
        var purchase = purchases.getLocked(number);
        var stamp = actor.stamp();
        if (purchases.decline(number.id(), PurchaseRefusal.needed(reason), stamp) == 0) {
            throw new PurchaseRefusal("decided", number);
        }
        supplies.leaveInPeace(purchase.sku(), purchase.site(), stamp.at().plus(settings.askAgain()));
    }
}
