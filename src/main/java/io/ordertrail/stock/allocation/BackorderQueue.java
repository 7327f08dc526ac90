package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.ReservationBook.NewReservation;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;

/**
 * The orders that wait for a product: by priority, then the oldest first. Every use case that makes units available
 * serves the queue in the same transaction, so a later order finds nothing left while an earlier one waits.
 */
@Component
public class BackorderQueue {

    private static final Limit BATCH_SIZE = Limit.of(50);

    private final StockItems items;
    private final Backorders backorders;
    private final ReservationBook reservationBook;
    private final WaitingOrders waitingOrders;

    BackorderQueue(
            StockItems items, Backorders backorders, ReservationBook reservationBook, WaitingOrders waitingOrders) {
        this.items = items;
        this.backorders = backorders;
        this.reservationBook = reservationBook;
        this.waitingOrders = waitingOrders;
    }

    /** Allocates what is available at these places; the caller has locked the products' stock at all sites. */
    public void serve(Collection<StockItem.Key> places) {
        var served = new TreeSet<>(Comparator.comparing(OrderNumber::value));
        places.forEach(place -> served.addAll(ordersToServe(place)));
        if (served.isEmpty()) {
            return;
        }
        served.forEach(waitingOrders::lock); // in the same sequence as the queues of other products
        var complete = new LinkedHashSet<OrderNumber>();
        places.forEach(place -> {
            while (allocateBatch(place, complete)) {
                // next batch
            }
        });
        complete.forEach(waitingOrders::allReserved);
    }

    private Set<OrderNumber> ordersToServe(StockItem.Key place) {
        return servedBy(place).keySet().stream().map(Backorder::order).collect(Collectors.toSet());
    }

    /** Who of the first batch gets how many units. */
    private Map<Backorder, Integer> servedBy(StockItem.Key place) {
        var first = backorders.firstInQueue(place.sku(), BATCH_SIZE);
        return first.isEmpty()
                ? Map.of()
                : Distribution.of(items.available(place.sku(), place.site()), first, Backorder::missing);
    }

    /**
     * Tells whether more orders may wait behind this batch, with goods left for them. When two transactions bring an
     * order's last two products, the lock lets the second one see that the order is complete.
     */
    private boolean allocateBatch(StockItem.Key place, Set<OrderNumber> complete) {
        var served = servedBy(place);
        if (!served.isEmpty()) {
            served.keySet().forEach(backorder -> waitingOrders.lock(backorder.order()));
            reservationBook.reserve(served.entrySet().stream()
                    .map(one -> new NewReservation(one.getKey().orderLine(), place.site(), one.getValue(), true))
                    .toList());
            served.forEach((backorder, units) -> allocate(backorder, units, complete));
        }
        return served.size() == BATCH_SIZE.max();
    }

    private void allocate(Backorder backorder, int units, Set<OrderNumber> complete) {
        if (backorder.allocate(units)) {
            removeServed(backorder, complete);
        }
    }

    private void removeServed(Backorder backorder, Set<OrderNumber> complete) {
        backorders.delete(backorder);
        if (backorders.countOf(backorder.order()) == 0) {
            complete.add(backorder.order());
        }
    }
}
