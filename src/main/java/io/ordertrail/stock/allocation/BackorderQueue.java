package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;

/**
 * The orders that wait for a product: the more pressing first, and of equals who came first. Whoever makes pieces available serves the line in the same
 * transaction, so a later order finds nothing left while an earlier one waits.
 */
@Component
public class BackorderQueue {

    private static final Limit AT_ONCE = Limit.of(50);

    private final StockItems items;
    private final Backorders backorders;
    private final ReservationBook shelves;
    private final WaitingOrders waitingOrders;

    BackorderQueue(StockItems items, Backorders backorders, ReservationBook shelves, WaitingOrders waitingOrders) {
        this.items = items;
        this.backorders = backorders;
        this.shelves = shelves;
        this.waitingOrders = waitingOrders;
    }

    /** Hands out what is available at these places; the caller has locked the products' stock, at all sites. */
    public void serve(Collection<StockItem.Key> places) {
        var served = new TreeSet<>(Comparator.comparing(OrderNumber::value));
        places.forEach(place -> served.addAll(next(place)));
        if (served.isEmpty()) {
            return;
        }
        served.forEach(waitingOrders::lock); // in a sequence that is the same for the lines of other products
        var complete = new LinkedHashSet<OrderNumber>();
        places.forEach(place -> {
            while (handOut(place, complete)) {
                // the next fifty
            }
        });
        complete.forEach(waitingOrders::allSetAside);
    }

    /** Those of the first fifty for whom there is something. */
    private Set<OrderNumber> next(StockItem.Key place) {
        var orders = new HashSet<OrderNumber>();
        var first = backorders.line(place.sku(), AT_ONCE);
        var left = first.isEmpty() ? 0 : items.available(place.sku(), place.site());
        for (var waiting : first) {
            if (left > 0) {
                orders.add(waiting.order());
                left -= waiting.missing();
            }
        }
        return orders;
    }

    /** @return whether the line may be longer than what was looked at, with goods left for it */
    private boolean handOut(StockItem.Key place, Set<OrderNumber> complete) {
        var first = backorders.line(place.sku(), AT_ONCE);
        var left = first.isEmpty() ? 0 : items.available(place.sku(), place.site());
        for (var waiting : first) {
            var pieces = Math.min(left, waiting.missing());
            if (pieces == 0) {
                return false;
            }
            waitingOrders.lock(
                    waiting.order()); // of two who bring its last two products, the second finds that it was the last
            if (!shelves.take(waiting.whose(), place.site(), pieces)) {
                throw new ConcurrentStockChange(place.sku());
            }
            left -= pieces;
            if (waiting.got(pieces)) {
                served(waiting, complete);
            }
        }
        return first.size() == AT_ONCE.max();
    }

    private void served(Backorder waiting, Set<OrderNumber> complete) {
        backorders.delete(waiting);
        if (backorders.missingFor(waiting.order()) == 0) {
            complete.add(waiting.order());
        }
    }
}
