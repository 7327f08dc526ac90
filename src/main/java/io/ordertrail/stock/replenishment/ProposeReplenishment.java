package io.ordertrail.stock.replenishment;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.Backorders;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Calculates the quantity to buy for a product at a site. */
@Service
@Transactional
public class ProposeReplenishment {

    private final PurchaseOrders purchases;
    private final SupplyPositions supplyPositions;
    private final Backorders backorders;

    ProposeReplenishment(PurchaseOrders purchases, SupplyPositions supplyPositions, Backorders backorders) {
        this.purchases = purchases;
        this.supplyPositions = supplyPositions;
        this.backorders = backorders;
    }

    /**
     * Stores the suggested quantity in a proposed purchase order.
     *
     * @throws PurchaseRefusal where the purchase order was decided, or another process instance drives it
     */
    public void propose(PurchaseNumber number) {
        var purchase = purchases.get(number);
        if (purchases.suggest(
                        number.id(), suggestion(purchase.sku(), purchase.site()).quantity())
                == 0) {
            throw new PurchaseRefusal("decided", number);
        }
    }

    /** Calculates the suggestion from current stock and backorders. */
    @Transactional(readOnly = true)
    public ReorderSuggestion suggestion(String sku, String site) {
        var positions = supplyPositions.supply(List.of(sku));
        var quantity = positions.stream()
                .filter(at -> at.site().equals(site))
                .findFirst()
                .map(SupplyPosition::reorderQuantity)
                .orElse(null);
        return ReorderSuggestion.of(
                quantity,
                backorders.missing(sku),
                positions.stream().mapToLong(SupplyPosition::incoming).sum());
    }
}
