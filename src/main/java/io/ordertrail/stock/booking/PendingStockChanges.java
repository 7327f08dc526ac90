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

/** The stock of many products, read once nobody else can change it, and how it shall change. */
public class PendingStockChanges {

    /** Products of one site that change by as many pieces: they are changed by one statement. */
    record Change(String site, int pieces) {}

    private final Map<StockItem.Key, StockLevel> levels = new HashMap<>();
    private final Map<StockItem.Key, Integer> changes = new HashMap<>();
    private final Set<String> alone;

    /** @param waitedFor products for which orders wait: what comes is theirs, so that is done alone */
    PendingStockChanges(List<StockLevel> levels, Set<String> waitedFor) {
        levels.forEach(level -> this.levels.put(new StockItem.Key(level.sku(), level.site()), level));
        this.alone = waitedFor;
    }

    public boolean isAlone(String sku) {
        return alone.contains(sku);
    }

    /** From here on the product's changes are done alone, so that they stay in their sequence. */
    public void leaveAlone(String sku) {
        alone.add(sku);
    }

    public int onHand(StockItem.Key place) {
        return levels.get(place).onHand() + changes.getOrDefault(place, 0);
    }

    /** @return false, and the product is left alone, where orders are concerned or there are no such pieces */
    public boolean change(StockItem.Key place, int pieces) {
        if (isAlone(place.sku())
                || onHand(place) + (long) pieces > Integer.MAX_VALUE
                || pieces < 0 && onHand(place) + pieces < levels.get(place).reserved()) {
            leaveAlone(place.sku());
            return false;
        }
        changes.merge(place, pieces, Integer::sum);
        return true;
    }

    Map<Change, List<String>> changes() {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .collect(Collectors.groupingBy(
                        change -> new Change(change.getKey().site(), change.getValue()),
                        () -> new TreeMap<>(Comparator.comparing(Change::site).thenComparing(Change::pieces)),
                        Collectors.mapping(change -> change.getKey().sku(), Collectors.toList())));
    }
}
