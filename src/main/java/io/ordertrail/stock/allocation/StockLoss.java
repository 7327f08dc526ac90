package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;

/** Goods are gone that were promised: the least pressing orders lose them, and of these those promised last. */
@Component
public class StockLoss {

    private final StockItems items;
    private final Reservations reservations;
    private final ReservationBook shelves;
    private final WaitingOrders waitingOrders;

    StockLoss(StockItems items, Reservations reservations, ReservationBook shelves, WaitingOrders waitingOrders) {
        this.items = items;
        this.reservations = reservations;
        this.shelves = shelves;
        this.waitingOrders = waitingOrders;
    }

    /**
     * Makes everybody else who changes the stock of what is booked wait, and of what the orders need that will lose goods by it: they look for
     * them anew, in the same transaction.
     */
    public void lock(Collection<Booking> bookings) {
        var skus = bookings.stream().map(Booking::sku).collect(Collectors.toCollection(HashSet::new));
        var losers = bookings.stream().flatMap(this::losers).collect(Collectors.toSet());
        if (!losers.isEmpty()) {
            skus.addAll(waitingOrders.products(losers));
        }
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
    }

    /** As it looks before the stock is locked. */
    private Stream<OrderNumber> losers(Booking booking) {
        return booking.quantity() >= 0
                ? Stream.empty()
                : promised(booking, -booking.quantity() - items.available(booking.sku(), booking.site()))
                        .keySet()
                        .stream()
                        .map(OpenReservation::order);
    }

    /** Out of which reservations so many pieces would come, and how many out of each; fewer where the rest is picked. */
    private Map<OpenReservation, Integer> promised(Booking booking, int pieces) {
        var parts = new LinkedHashMap<OpenReservation, Integer>();
        var left = pieces;
        for (var open :
                pieces > 0 ? reservations.notPicked(booking.sku(), booking.site()) : List.<OpenReservation>of()) {
            if (left > 0) {
                parts.put(open, Math.min(left, open.quantity()));
                left -= open.quantity();
            }
        }
        return parts;
    }

    /**
     * Makes as much available as is lost; the stock is locked.
     *
     * @return how many pieces each order lost
     * @throws Refusal when less is on hand, or what is promised is in the boxes already
     */
    public Map<OrderNumber, Integer> coverBy(Booking booking) {
        var lost = -booking.quantity();
        var level = items.levels(List.of(booking.sku())).stream()
                .filter(at -> at.site().equals(booking.site()))
                .findFirst()
                .orElseThrow();
        if (lost > level.onHand()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "stock.refuses.on-hand", level.onHand(), booking.sku(), booking.site());
        }
        return takeFromOrders(booking, lost - level.available());
    }

    private Map<OrderNumber, Integer> takeFromOrders(Booking booking, int pieces) {
        var parts = promised(booking, pieces);
        var left = pieces - parts.values().stream().mapToInt(Integer::intValue).sum();
        if (left > 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stock.refuses.picked", left, booking.sku(), booking.site());
        }
        var orders = new LinkedHashMap<OrderNumber, Integer>();
        parts.forEach((open, taken) -> {
            shelves.giveUp(open, taken);
            orders.merge(open.order(), taken, Integer::sum);
        });
        return orders;
    }
}
