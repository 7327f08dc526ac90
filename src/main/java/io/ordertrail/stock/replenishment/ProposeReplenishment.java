package io.ordertrail.stock.replenishment;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.Backorders;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Works out how much should be bought for a shelf. */
@Service
@Transactional
public class ProposeReplenishment {

    private final PurchaseOrders purchases;
    private final SupplyPositions supplies;
    private final Backorders backorders;

    ProposeReplenishment(PurchaseOrders purchases, SupplyPositions supplies, Backorders backorders) {
        this.purchases = purchases;
        this.supplies = supplies;
        this.backorders = backorders;
    }

    /** @throws PurchaseRefusal where another instance than the one that is being started wants to drive it */
    public void propose(PurchaseNumber number) {
        var purchase = purchases.get(number);
        if (purchases.suggest(
                        number.id(), suggestion(purchase.sku(), purchase.site()).pieces())
                == 0) {
            throw new PurchaseRefusal("decided", number);
        }
    }

    /** As things stand now. */
    @Transactional(readOnly = true)
    public ReorderSuggestion suggestion(String sku, String site) {
        var supply = supplies.supply(List.of(sku));
        var quantity = supply.stream()
                .filter(at -> at.site().equals(site))
                .findFirst()
                .map(SupplyPosition::reorderQuantity)
                .orElse(null);
        return ReorderSuggestion.of(
                quantity,
                backorders.missing(sku),
                supply.stream().mapToLong(SupplyPosition::incoming).sum());
    }
}
