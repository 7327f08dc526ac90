package io.ordertrail.stock.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Reallocation.Lacking;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.transaction.RetryOnContention;

/**
 * Completes a waiting order with goods that are reserved for waiting orders behind it in the queue. Otherwise two orders
 * that each hold half of what both need would wait for each other for ever.
 */
@Service
public class ReallocateGoods {

    private final StockItems items;
    private final Backorders backorders;
    private final Reservations reservations;
    private final MoveReservations moveReservations;
    private final WaitingOrders waitingOrders;

    ReallocateGoods(
            StockItems items,
            Backorders backorders,
            Reservations reservations,
            MoveReservations moveReservations,
            WaitingOrders waitingOrders) {
        this.items = items;
        this.backorders = backorders;
        this.reservations = reservations;
        this.moveReservations = moveReservations;
        this.waitingOrders = waitingOrders;
    }

    /** Tells whether the order got what it lacked. */
    @RetryOnContention
    @Transactional
    public boolean complete(OrderNumber order) {
        lock(order);
        var reallocation = Reallocation.completing(backorders.lackingOf(order), heldBehind(order));
        reallocation.ifPresent(found -> {
            moveReservations.move(found, order);
            waitingOrders.allReserved(order);
        });
        return reallocation.isPresent();
    }

    /** The stock first, then the orders, as everywhere. What is read here is read again under the locks. */
    private void lock(OrderNumber order) {
        var skus = backorders.lackingOf(order).stream().map(Lacking::sku).collect(Collectors.toSet());
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
        Stream.concat(Stream.of(order), heldBehind(order).stream().map(OpenReservation::order))
                .distinct()
                .sorted(Comparator.comparing(OrderNumber::value))
                .forEach(waitingOrders::lock);
    }

    private List<OpenReservation> heldBehind(OrderNumber order) {
        var lacking = backorders.lackingOf(order);
        return lacking.isEmpty()
                ? List.of()
                : reservations.heldBehind(
                        lacking.stream().map(Lacking::sku).collect(Collectors.toSet()),
                        lacking.get(0).priority(),
                        lacking.get(0).since(),
                        order.value());
    }
}
