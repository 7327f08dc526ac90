package io.ordertrail.stock.booking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockLevel;

/** The locked stock levels of many products, and the changes that are still to be written. */
public class PendingStockChanges {

    /** One statement changes all products of a site that change by the same quantity. */
    record Change(String site, int quantity) {}

    private final Map<StockItem.Key, StockLevel> levels = new HashMap<>();
    private final Map<StockItem.Key, Integer> changes = new HashMap<>();
    private final Set<String> alone;

    /**
     * @param backordered products that orders wait for: their receipts are allocated to these orders, so their changes
     *     are done alone
     */
    PendingStockChanges(List<StockLevel> levels, Set<String> backordered) {
        levels.forEach(level -> this.levels.put(new StockItem.Key(level.sku(), level.site()), level));
        this.alone = backordered;
    }

    public boolean isExcluded(String sku) {
        return alone.contains(sku);
    }

    /** From now on the product's changes are done alone, so that they keep their sequence. */
    public void excludeFromBatch(String sku) {
        alone.add(sku);
    }

    public int onHand(StockItem.Key place) {
        return levels.get(place).onHand() + changes.getOrDefault(place, 0);
    }

    /**
     * Adds a change of on hand.
     *
     * @return false when the change affects orders or exceeds what is on hand; the product's changes are then done
     *     alone
     */
    public boolean change(StockItem.Key place, int units) {
        if (isExcluded(place.sku())
                || onHand(place) + (long) units > Integer.MAX_VALUE
                || units < 0 && onHand(place) + units < levels.get(place).reserved()) {
            excludeFromBatch(place.sku());
            return false;
        }
        changes.merge(place, units, Integer::sum);
        return true;
    }

    Map<Change, List<String>> changes() {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .collect(Collectors.groupingBy(
                        change -> new Change(change.getKey().site(), change.getValue()),
                        () -> new TreeMap<>(Comparator.comparing(Change::site).thenComparing(Change::quantity)),
                        Collectors.mapping(change -> change.getKey().sku(), Collectors.toList())));
    }
}
