package io.ordertrail.stock.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.BackorderQueue;
import io.ordertrail.stock.allocation.StockLoss;
import io.ordertrail.stock.allocation.WaitingOrders;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Books goods that come or go: allocates receipts to waiting orders, and takes losses from the newest reservations. */
@Component
public class ChangeOnHand {

    /**
     * What was booked.
     *
     * @param ordersWithLoss orders that lost goods by it
     */
    public record Changed(List<StockMovement> movements, Set<OrderNumber> ordersWithLoss) {}

    private final StockItems items;
    private final Ledger ledger;
    private final StockLoss stockLoss;
    private final BackorderQueue backorderQueue;
    private final WaitingOrders waitingOrders;

    ChangeOnHand(
            StockItems items,
            Ledger ledger,
            StockLoss stockLoss,
            BackorderQueue backorderQueue,
            WaitingOrders waitingOrders) {
        this.items = items;
        this.ledger = ledger;
        this.stockLoss = stockLoss;
        this.backorderQueue = backorderQueue;
        this.waitingOrders = waitingOrders;
    }

    /** Comes first: locks the stock that the bookings affect. */
    public void lock(Collection<Booking> bookings) {
        stockLoss.lock(bookings);
    }

    /**
     * Allocates receipts before any order loses goods, so that an order that lost some does not overtake waiting
     * orders. The caller has locked the stock.
     *
     * @param document number of the stocktake that the bookings belong to, or null
     */
    public Changed change(List<Booking> bookings, String document) {
        var movements = new ArrayList<>(increase(
                bookings.stream().filter(booking -> booking.quantity() > 0).toList(), document));
        var ordersWithLoss = new LinkedHashSet<OrderNumber>();
        movements.addAll(decrease(
                bookings.stream().filter(booking -> booking.quantity() < 0).toList(), document, ordersWithLoss));
        return new Changed(movements, ordersWithLoss);
    }

    private List<StockMovement> increase(List<Booking> increases, String document) {
        var movements =
                increases.stream().map(booking -> book(booking, document)).toList();
        backorderQueue.serve(increases.stream().map(Booking::place).toList());
        return movements;
    }

    /** Notifies orders once all losses are booked, so that none reserves goods again that are about to be lost, too. */
    private List<StockMovement> decrease(List<Booking> decreases, String document, Set<OrderNumber> ordersWithLoss) {
        var movements = new ArrayList<StockMovement>();
        var notifications = new ArrayList<Runnable>();
        decreases.forEach(booking -> {
            stockLoss.makeAvailable(booking).forEach(loss -> {
                ordersWithLoss.add(loss.order());
                notifications.add(() -> waitingOrders.reservationLost(loss));
            });
            movements.add(book(booking, document));
        });
        notifications.forEach(Runnable::run);
        backorderQueue.serve(decreases.stream().map(Booking::place).toList());
        return movements;
    }

    private StockMovement book(Booking booking, String document) {
        if (items.change(booking.sku(), booking.site(), booking.quantity()) == 0) {
            throw new ConcurrentStockChange(booking.sku());
        }
        return ledger.booked(booking, document);
    }
}
