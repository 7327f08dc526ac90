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
 * What orders that share a transaction shall get of the stock. It is taken all at once, shortly before the transaction ends, so that a
 * product that everybody wants is locked for a moment and not for as long as it takes to enter them. Only what was seen is relied on until
 * then: who was too late is told, and does it again with the stock locked.
 */
@Component
public class DeferredReservations {

    private static final class Pledged {
        private final SortedMap<StockItem.Key, Integer> pieces =
                new TreeMap<>(Comparator.comparing(StockItem.Key::sku).thenComparing(StockItem.Key::site));
        private final Set<String> soldOut = new TreeSet<>();
        private final Map<String, List<StockLevel>> seen;
        private boolean kept;

        private Pledged(Map<String, List<StockLevel>> seen) {
            this.seen = seen;
        }

        private Stream<String> skus() {
            return pieces.keySet().stream().map(StockItem.Key::sku);
        }
    }

    private final TransactionBound<Pledged> all = new TransactionBound<>();
    private final StockItems items;
    private final BatchReservation many;

    DeferredReservations(StockItems items, BatchReservation many) {
        this.items = items;
        this.many = many;
    }

    /** From here on the running transaction pledges, until it keeps what it pledged. @param skus of which it is looked up now what there is */
    public void begin(Set<String> skus) {
        var seen = items.levels(skus).stream().collect(Collectors.groupingBy(StockLevel::sku));
        skus.forEach(sku -> seen.putIfAbsent(sku, List.of()));
        all.set(new Pledged(seen));
    }

    /** Takes what was pledged. @throws ConcurrentStockChange when it is there no more, or there is something of what was sold out */
    public void keep() {
        if (pledging()) {
            var pledged = all.get();
            pledged.kept = true;
            if (pledged.soldOut.isEmpty()) {
                take(pledged);
            } else {
                lock(Stream.concat(pledged.skus(), pledged.soldOut.stream()).collect(Collectors.toSet()));
                take(pledged);
                refuseIfAny(pledged.soldOut);
            }
        }
    }

    /**
     * Makes everybody else who changes these products' stock wait for the end of the transaction.
     *
     * @throws ConcurrentStockChange where it pledges: who locks in between does not lock in SKU order
     */
    public void lock(Collection<String> skus) {
        if (pledging()) {
            throw new ConcurrentStockChange(String.join(", ", skus));
        }
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
    }

    /**
     * The same, but for products that are sold out while the transaction pledges: of these it is enough to see at its end that they still are.
     *
     * @return whether there may be anything to have
     */
    boolean lockUnlessSoldOut(Set<String> skus) {
        if (pledging() && areSoldOut(skus)) {
            all.get().soldOut.addAll(skus);
            return false;
        }
        lock(skus);
        return true;
    }

    /** Whether this transaction saw that nothing is left of any of these; at its end it looks again. */
    boolean sawSoldOut(Set<String> skus) {
        return pledging() && all.get().soldOut.containsAll(skus);
    }

    private boolean areSoldOut(Set<String> skus) {
        return sawSoldOut(skus) || levels(skus).stream().allMatch(level -> level.available() <= 0);
    }

    /** What there is of these, less what is pledged already; as it was seen at the beginning, where the transaction pledges. */
    List<StockLevel> levels(Set<String> skus) {
        return pledging() && all.get().seen.keySet().containsAll(skus)
                ? skus.stream()
                        .sorted()
                        .flatMap(sku -> all.get().seen.get(sku).stream())
                        .map(this::left)
                        .toList()
                : items.levels(skus).stream().map(this::left).toList();
    }

    /** @return false where the stock is to be taken at once. @throws ConcurrentStockChange when it came after somebody of this transaction went without */
    boolean pledge(String sku, String site, int pieces) {
        if (pledging()) {
            if (all.get().soldOut.contains(sku)) {
                throw new ConcurrentStockChange(sku);
            }
            all.get().pieces.merge(new StockItem.Key(sku, site), pieces, Integer::sum);
        }
        return pledging();
    }

    /** A level without what is pledged of it. */
    StockLevel left(StockLevel level) {
        var pledged = pledging() ? all.get().pieces.getOrDefault(new StockItem.Key(level.sku(), level.site()), 0) : 0;
        return pledged == 0
                ? level
                : new StockLevel(
                        level.sku(),
                        level.site(),
                        level.country(),
                        level.shelf(),
                        level.onHand(),
                        level.reserved() + pledged);
    }

    private void take(Pledged pledged) {
        if (many.reserve(pledged.pieces) < pledged.pieces.size()) {
            throw new ConcurrentStockChange(pledged.skus().distinct().collect(Collectors.joining(", ")));
        }
    }

    private void refuseIfAny(Set<String> soldOut) {
        if (items.levels(soldOut).stream().anyMatch(level -> level.available() > 0)) {
            throw new ConcurrentStockChange(String.join(", ", soldOut));
        }
    }

    private boolean pledging() {
        return all.get() != null && !all.get().kept;
    }
}
