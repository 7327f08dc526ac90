package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;

/**
 * Covers a loss of reserved goods: orders of the lowest priority lose them first, and of these the newest reservations.
 */
@Component
public class StockLoss {

    private final StockItems items;
    private final Reservations reservations;
    private final ReservationBook reservationBook;
    private final WaitingOrders waitingOrders;

    StockLoss(
            StockItems items, Reservations reservations, ReservationBook reservationBook, WaitingOrders waitingOrders) {
        this.items = items;
        this.reservations = reservations;
        this.reservationBook = reservationBook;
        this.waitingOrders = waitingOrders;
    }

    /**
     * Locks the stock of the booked products, and of all products of the orders that will lose goods: these orders
     * reserve again in the same transaction.
     */
    public void lock(Collection<Booking> bookings) {
        var skus = bookings.stream().map(Booking::sku).collect(Collectors.toCollection(HashSet::new));
        var ordersWithLoss = bookings.stream().flatMap(this::ordersWithLoss).collect(Collectors.toSet());
        if (!ordersWithLoss.isEmpty()) {
            skus.addAll(waitingOrders.products(ordersWithLoss));
        }
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
    }

    /** The orders that will lose goods, as read before the stock is locked. */
    private Stream<OrderNumber> ordersWithLoss(Booking booking) {
        return booking.quantity() >= 0
                ? Stream.empty()
                : reservationsToReduce(booking, -booking.quantity() - items.available(booking.sku(), booking.site()))
                        .keySet()
                        .stream()
                        .map(OpenReservation::order);
    }

    /** The reservations that would supply so many units, and how many each; fewer in total when the rest is picked. */
    private Map<OpenReservation, Integer> reservationsToReduce(Booking booking, int units) {
        return units > 0
                ? Distribution.of(
                        units, reservations.notPicked(booking.sku(), booking.site()), OpenReservation::quantity)
                : Map.of();
    }

    /**
     * Makes as many units available as are lost. The caller has locked the stock.
     *
     * @return what each order lost, parcel by parcel
     * @throws Refusal when less is on hand than is lost, or the reserved goods are already picked
     */
    public Collection<LostReservation> makeAvailable(Booking booking) {
        var lostUnits = -booking.quantity();
        var level = items.levels(List.of(booking.sku())).stream()
                .filter(at -> at.site().equals(booking.site()))
                .findFirst()
                .orElseThrow();
        if (lostUnits > level.onHand()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "stock.refuses.on-hand", level.onHand(), booking.sku(), booking.site());
        }
        return takeFromOrders(booking, lostUnits - level.available());
    }

    private Collection<LostReservation> takeFromOrders(Booking booking, int units) {
        var reductions = reservationsToReduce(booking, units);
        var remaining =
                units - reductions.values().stream().mapToInt(Integer::intValue).sum();
        if (remaining > 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stock.refuses.picked", remaining, booking.sku(), booking.site());
        }
        reductions.forEach(reservationBook::releaseUnpicked);
        return LostReservation.of(reductions);
    }
}
