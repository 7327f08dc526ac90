package io.ordertrail.stock.booking;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.allocation.Backorders;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;

/** Changes the stock of many products in few statements. */
@Component
public class StockBatchUpdate {

    private final StockItems items;
    private final Backorders backorders;

    StockBatchUpdate(StockItems items, Backorders backorders) {
        this.items = items;
        this.backorders = backorders;
    }

    /** Locks the products' stock, in SKU order; products that are new at a site get a stock level there. */
    public PendingStockChanges lock(Collection<StockItem.Key> places) {
        var skus = places.stream().map(StockItem.Key::sku).collect(Collectors.toCollection(TreeSet::new));
        if (skus.isEmpty()) {
            return new PendingStockChanges(List.of(), Set.of());
        }
        createMissing(places, skus);
        items.lock(skus);
        return new PendingStockChanges(
                items.levels(skus),
                backorders.queues(skus).stream().map(Backorders.Queue::getSku).collect(Collectors.toSet()));
    }

    private void createMissing(Collection<StockItem.Key> places, Set<String> skus) {
        var existing = items.levels(skus).stream()
                .map(level -> new StockItem.Key(level.sku(), level.site()))
                .collect(Collectors.toSet());
        places.stream()
                .filter(place -> !existing.contains(place))
                .collect(Collectors.groupingBy(
                        StockItem.Key::site, Collectors.mapping(StockItem.Key::sku, Collectors.toSet())))
                .forEach((site, missing) -> items.create(missing, site));
    }

    /**
     * Writes the pending changes.
     *
     * @throws ConcurrentStockChange when a condition did not hold; the whole batch can be repeated
     */
    void write(PendingStockChanges stock) {
        stock.changes().forEach((change, skus) -> {
            if (items.changeAll(skus, change.site(), change.quantity()) != skus.size()) {
                throw new ConcurrentStockChange(skus.get(0));
            }
        });
    }
}
