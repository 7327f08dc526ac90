package io.ordertrail.stock.allocation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Reallocation.Part;
import io.ordertrail.stock.allocation.ReservationBook.NewReservation;

/** Carries out a reallocation: the goods stay where they are and are reserved for another order. */
@Component
class MoveReservations {

    private final Backorders backorders;
    private final ReservationBook reservationBook;
    private final WaitingOrders waitingOrders;

    MoveReservations(Backorders backorders, ReservationBook reservationBook, WaitingOrders waitingOrders) {
        this.backorders = backorders;
        this.reservationBook = reservationBook;
        this.waitingOrders = waitingOrders;
    }

    /**
     * Moves the reservations; the caller has locked the stock and the orders.
     *
     * @param order that takes over
     */
    void move(Reallocation reallocation, OrderNumber order) {
        var lacking = backorders.of(order).stream().collect(Collectors.toMap(Backorder::position, Function.identity()));
        reallocation.parts().forEach(part -> move(part, lacking.get(part.position())));
        lacking.values().forEach(backorders::delete);
    }

    private void move(Part part, Backorder to) {
        var from = part.from();
        reservationBook.releaseUnpicked(from, part.units());
        backorder(from, part.units());
        reservationBook.reserve(List.of(new NewReservation(to.orderLine(), from.site(), part.units(), true)));
        waitingOrders.reallocated(from.order(), to.order(), from.sku(), from.site(), part.units());
    }

    /** The order waits already; now it waits for these units, too. */
    private void backorder(OpenReservation from, int units) {
        var waiting = backorders.of(from.order());
        waiting.stream()
                .filter(backorder -> backorder.position() == from.position())
                .findFirst()
                .ifPresentOrElse(
                        backorder -> backorder.updateMissing(backorder.missing() + units),
                        () -> backorders.save(waiting.get(0).ofLine(from.position(), from.sku(), units)));
    }
}
