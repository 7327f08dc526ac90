package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.transaction.TransactionBound;

/**
 * Reservations of orders that share a transaction, applied all at once shortly before the transaction ends. So a
 * product that many orders want is locked for a moment and not for as long as it takes to enter the orders. Until then
 * the transaction relies on the levels that it read at its start. When these turn out to be outdated, it fails and the
 * caller repeats it with the stock locked.
 */
@Component
public class DeferredReservations {

    private static final class Deferred {
        private final SortedMap<StockItem.Key, Integer> quantities =
                new TreeMap<>(Comparator.comparing(StockItem.Key::sku).thenComparing(StockItem.Key::site));
        private final Set<String> soldOut = new TreeSet<>();
        private final Map<String, List<StockLevel>> seen;
        private boolean applied;

        private Deferred(Map<String, List<StockLevel>> seen) {
            this.seen = seen;
        }

        private Stream<String> skus() {
            return quantities.keySet().stream().map(StockItem.Key::sku);
        }
    }

    private final TransactionBound<Deferred> current = new TransactionBound<>();
    private final StockItems items;
    private final BatchReservation batchReservation;

    DeferredReservations(StockItems items, BatchReservation batchReservation) {
        this.items = items;
        this.batchReservation = batchReservation;
    }

    /**
     * From now on the running transaction defers its reservations, until {@link #apply()} applies them.
     *
     * @param skus products whose stock levels are read now
     */
    public void begin(Set<String> skus) {
        var seen = items.levels(skus).stream().collect(Collectors.groupingBy(StockLevel::sku));
        skus.forEach(sku -> seen.putIfAbsent(sku, List.of()));
        current.set(new Deferred(seen));
    }

    /**
     * Applies the deferred reservations.
     *
     * @throws ConcurrentStockChange when the goods are no longer available, or a product that was sold out is available
     *     again
     */
    public void apply() {
        if (isDeferring()) {
            var deferred = current.get();
            deferred.applied = true;
            if (deferred.soldOut.isEmpty()) {
                reserve(deferred);
            } else {
                lock(Stream.concat(deferred.skus(), deferred.soldOut.stream()).collect(Collectors.toSet()));
                reserve(deferred);
                requireSoldOut(deferred.soldOut);
            }
        }
    }

    /**
     * Locks the products' stock until the end of the transaction.
     *
     * @throws ConcurrentStockChange while the transaction defers reservations: a lock in between would break the SKU
     *     order of locks
     */
    public void lock(Collection<String> skus) {
        if (isDeferring()) {
            throw new ConcurrentStockChange(String.join(", ", skus));
        }
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
    }

    /**
     * Does the same, but while the transaction defers reservations, it does not lock products that are sold out: it
     * checks at its end that they still are.
     *
     * @return whether anything may be available
     */
    boolean lockUnlessSoldOut(Set<String> skus) {
        if (isDeferring() && areSoldOut(skus)) {
            current.get().soldOut.addAll(skus);
            return false;
        }
        lock(skus);
        return true;
    }

    /** Whether this transaction saw that all these products are sold out; it checks that again at its end. */
    boolean sawSoldOut(Set<String> skus) {
        return isDeferring() && current.get().soldOut.containsAll(skus);
    }

    private boolean areSoldOut(Set<String> skus) {
        return sawSoldOut(skus) || levels(skus).stream().allMatch(level -> level.available() <= 0);
    }

    /**
     * Stock levels less the deferred reservations; as read by {@link #begin} while the transaction defers reservations.
     */
    List<StockLevel> levels(Set<String> skus) {
        return isDeferring() && current.get().seen.keySet().containsAll(skus)
                ? skus.stream()
                        .sorted()
                        .flatMap(sku -> current.get().seen.get(sku).stream())
                        .map(this::withoutDeferred)
                        .toList()
                : items.levels(skus).stream().map(this::withoutDeferred).toList();
    }

    /**
     * Defers a reservation.
     *
     * @return false when the caller has to reserve at once
     * @throws ConcurrentStockChange when another order of this transaction already found the product sold out
     */
    boolean defer(String sku, String site, int units) {
        if (isDeferring()) {
            if (current.get().soldOut.contains(sku)) {
                throw new ConcurrentStockChange(sku);
            }
            current.get().quantities.merge(new StockItem.Key(sku, site), units, Integer::sum);
        }
        return isDeferring();
    }

    /** A stock level less the deferred reservations of it. */
    StockLevel withoutDeferred(StockLevel level) {
        var quantity = isDeferring()
                ? current.get().quantities.getOrDefault(new StockItem.Key(level.sku(), level.site()), 0)
                : 0;
        return quantity == 0
                ? level
                : new StockLevel(
                        level.sku(),
                        level.site(),
                        level.country(),
                        level.bin(),
                        level.onHand(),
                        level.reserved() + quantity);
    }

    private void reserve(Deferred deferred) {
        if (batchReservation.reserve(deferred.quantities) < deferred.quantities.size()) {
            throw new ConcurrentStockChange(deferred.skus().distinct().collect(Collectors.joining(", ")));
        }
    }

    private void requireSoldOut(Set<String> soldOut) {
        if (items.levels(soldOut).stream().anyMatch(level -> level.available() > 0)) {
            throw new ConcurrentStockChange(String.join(", ", soldOut));
        }
    }

    private boolean isDeferring() {
        return current.get() != null && !current.get().applied;
    }
}
