package io.ordertrail.web.purchase;

import java.util.List;
import java.util.Map;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.allocation.Backorder;
import io.ordertrail.stock.allocation.Backorders;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.ReorderSuggestion;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.web.stock.ReadConsumption;
import io.ordertrail.web.stock.ReadLevels;

/** Reads the facts that a buyer needs to decide on a purchase order. */
@Component
@Transactional(readOnly = true)
public class ReadPurchaseFacts {

    private static final Limit LAST = Limit.of(10);
    private static final Limit BACKORDERS = Limit.of(50);

    /**
     * The facts of a purchase order.
     *
     * @param backorders the first backorders of the product
     * @param last the latest other purchase orders of the product
     * @param shipped30 units shipped from the site within 30 days
     * @param shipped90 units shipped from the site within 90 days
     */
    public record Facts(
            PurchaseOrder purchase,
            Product product,
            List<StockLevel> levels,
            Map<String, SupplyPosition> supply,
            List<Backorder> backorders,
            List<PurchaseOrder> last,
            long shipped30,
            long shipped90,
            ReorderSuggestion suggestion) {}

    private final PurchaseOrders purchases;
    private final Products products;
    private final ReadLevels readLevels;
    private final Backorders backorders;
    private final ReadConsumption readConsumption;

    ReadPurchaseFacts(
            PurchaseOrders purchases,
            Products products,
            ReadLevels readLevels,
            Backorders backorders,
            ReadConsumption readConsumption) {
        this.purchases = purchases;
        this.products = products;
        this.readLevels = readLevels;
        this.backorders = backorders;
        this.readConsumption = readConsumption;
    }

    public Facts facts(PurchaseNumber number) {
        var purchase = purchases.get(number);
        var sku = purchase.sku();
        return new Facts(
                purchase,
                products.get(sku),
                readLevels.levels(sku),
                readLevels.supply(sku),
                backorders.firstInQueue(sku, BACKORDERS),
                purchases.findBySkuOrderByIdDesc(sku, LAST).stream()
                        .filter(other -> !other.number().equals(number))
                        .toList(),
                readConsumption.shippedWithinMonth(sku, purchase.site()),
                readConsumption.shippedWithinQuarter(sku, purchase.site()),
                readConsumption.suggestion(sku, purchase.site()));
    }
}
