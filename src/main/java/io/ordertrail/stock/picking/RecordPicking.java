package io.ordertrail.stock.picking;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.ReservationBook;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.ledger.StockMovement;

/** Records what the warehouse found of the reserved goods, and writes off what it did not find. */
@Service
@Transactional
public class RecordPicking {

    /** How picking ended. INTERRUPTED: goods that were to be picked are gone. */
    public enum Outcome {
        COMPLETE,
        INCOMPLETE,
        INTERRUPTED
    }

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final Reservations reservations;

    RecordPicking(AllocatedGoods allocatedGoods, ReservationBook reservationBook, Reservations reservations) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.reservations = reservations;
    }

    /**
     * Records one line of the pick list.
     *
     * @param line {@link OpenReservation#id()}
     * @param found units, from 0 to the reserved quantity
     */
    public void recordFound(OrderNumber order, long line, int found) {
        allocatedGoods.locked(order);
        if (found < 0 || reservations.recordFound(line, order, found) == 0) {
            throw new Refusal(Refusal.Kind.INVALID, "picking.found");
        }
    }

    /**
     * The result of picking.
     *
     * @param anythingFound whether there is anything to ship now
     */
    public record Picked(boolean allFound, boolean anythingFound) {}

    /**
     * Ends the picking of a parcel.
     *
     * @param site the site that holds its goods; null for the whole order
     * @throws Refusal when picking ended incomplete and a line of the pick list has no result
     */
    public Picked record(OrderNumber order, String site, Outcome outcome) {
        var open = allocatedGoods.locked(order, site);
        return switch (outcome) {
            case COMPLETE -> new Picked(foundAll(open), !open.isEmpty());
            case INCOMPLETE ->
                new Picked(foundSome(open), open.stream().anyMatch(line -> line.quantity() > line.missing()));
            case INTERRUPTED -> new Picked(false, !open.isEmpty());
        };
    }

    private boolean foundAll(List<OpenReservation> open) {
        open.forEach(line -> reservations.recordFound(line.id(), line.order(), line.quantity()));
        return true;
    }

    private boolean foundSome(List<OpenReservation> open) {
        if (open.stream().anyMatch(line -> line.found() == null)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "picking.unfinished");
        }
        var shortfalls = open.stream().filter(line -> line.missing() > 0).toList();
        shortfalls.forEach(line -> reservationBook.writeOff(line, line.missing(), StockMovement.Kind.SHORTFALL));
        return shortfalls.isEmpty();
    }
}
