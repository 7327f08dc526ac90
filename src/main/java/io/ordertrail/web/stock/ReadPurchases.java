package io.ordertrail.web.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.process.purchase.PurchaseTask;
import io.ordertrail.process.purchase.PurchaseTasks;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** Reads the purchase orders that are proposed or ordered. */
@Component
@Transactional(readOnly = true)
public class ReadPurchases {

    private static final Limit SHOWN = Limit.of(500);

    /**
     * A purchase order with its product name.
     *
     * @param task the open user task; null when there is none
     */
    public record Row(PurchaseOrder purchase, String name, SupplyPosition supply, PurchaseTask task) {}

    private final PurchaseOrders purchases;
    private final Products products;
    private final SupplyPositions supplyPositions;
    private final PurchaseTasks tasks;
    private final Clock clock;

    ReadPurchases(
            PurchaseOrders purchases,
            Products products,
            SupplyPositions supplyPositions,
            PurchaseTasks tasks,
            Clock clock) {
        this.purchases = purchases;
        this.products = products;
        this.supplyPositions = supplyPositions;
        this.tasks = tasks;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public List<Row> underWay() {
        var found = purchases.proposedOrOrdered(SHOWN);
        var skus = found.stream().map(PurchaseOrder::sku).collect(Collectors.toSet());
        if (skus.isEmpty()) {
            return List.of();
        }
        var names = products.findBySkuIn(skus).stream().collect(Collectors.toMap(Product::sku, Product::name));
        var supply = supplyPositions.supply(skus).stream()
                .collect(Collectors.toMap(position -> position.sku() + " " + position.site(), Function.identity()));
        var open = tasks.of(found.stream().map(PurchaseOrder::number).toList());
        return found.stream()
                .map(purchase -> new Row(
                        purchase,
                        names.get(purchase.sku()),
                        supply.get(purchase.sku() + " " + purchase.site()),
                        open.get(purchase.number())))
                .toList();
    }
}
