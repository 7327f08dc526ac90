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

/** Books goods that come or go, and lets the orders know: what comes is handed to those who wait, what is gone is taken from those promised last. */
@Component
public class ChangeOnHand {

    /** What was booked. @param losers orders that lost goods by it */
    public record Changed(List<StockMovement> movements, Set<OrderNumber> losers) {}

    private final StockItems items;
    private final Ledger ledger;
    private final StockLoss loss;
    private final BackorderQueue line;
    private final WaitingOrders waitingOrders;

    ChangeOnHand(StockItems items, Ledger ledger, StockLoss loss, BackorderQueue line, WaitingOrders waitingOrders) {
        this.items = items;
        this.ledger = ledger;
        this.loss = loss;
        this.line = line;
        this.waitingOrders = waitingOrders;
    }

    /** Comes first: everybody else who changes the stock that is concerned waits from here on. */
    public void lock(Collection<Booking> bookings) {
        loss.lock(bookings);
    }

    /**
     * What comes is handed out before anybody loses goods, so that who lost some does not overtake those who wait. The stock is locked.
     *
     * @param document number of the stocktake that it belongs to, or null
     */
    public Changed change(List<Booking> bookings, String document) {
        var movements = new ArrayList<>(increase(
                bookings.stream().filter(booking -> booking.quantity() > 0).toList(), document));
        var losers = new LinkedHashSet<OrderNumber>();
        movements.addAll(decrease(
                bookings.stream().filter(booking -> booking.quantity() < 0).toList(), document, losers));
        return new Changed(movements, losers);
    }

    private List<StockMovement> increase(List<Booking> more, String document) {
        var movements = more.stream().map(booking -> write(booking, document)).toList();
        line.serve(more.stream().map(Booking::place).toList());
        return movements;
    }

    /** Who lost goods is told once all of them are gone, and so does not look for them where they are about to go, too. */
    private List<StockMovement> decrease(List<Booking> less, String document, Set<OrderNumber> losers) {
        var movements = new ArrayList<StockMovement>();
        var news = new ArrayList<Runnable>();
        less.forEach(booking -> {
            loss.coverBy(booking).forEach((order, pieces) -> {
                losers.add(order);
                news.add(() -> waitingOrders.lost(order, booking.sku(), booking.site(), pieces));
            });
            movements.add(write(booking, document));
        });
        news.forEach(Runnable::run);
        line.serve(less.stream().map(Booking::place).toList());
        return movements;
    }

    private StockMovement write(Booking booking, String document) {
        if (items.change(booking.sku(), booking.site(), booking.quantity()) == 0) {
            throw new ConcurrentStockChange(booking.sku());
        }
        return ledger.booked(booking, document);
    }
}
