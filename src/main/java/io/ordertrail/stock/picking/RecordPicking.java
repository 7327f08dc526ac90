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

/** What the warehouse found of what was set aside; what it did not find is taken off the stock. */
@Service
@Transactional
public class RecordPicking {

    /** How picking ended. INTERRUPTED: goods that were to be picked are gone. */
    public enum Outcome {
        COMPLETE,
        INCOMPLETE,
        INTERRUPTED
    }

    private final AllocatedGoods allocated;
    private final ReservationBook shelves;
    private final Reservations reservations;

    RecordPicking(AllocatedGoods allocated, ReservationBook shelves, Reservations reservations) {
        this.allocated = allocated;
        this.shelves = shelves;
        this.reservations = reservations;
    }

    /**
     * Notes one line of the pick list.
     *
     * @param line {@link OpenReservation#id()}
     * @param found pieces, 0 to what was to be picked
     */
    public void found(OrderNumber order, long line, int found) {
        allocated.locked(order);
        if (found < 0 || reservations.found(line, order, found) == 0) {
            throw new Refusal(Refusal.Kind.INVALID, "picking.found");
        }
    }

    /** What came of it. @param anythingFound whether there is anything to be sent now */
    public record Picked(boolean allFound, boolean anythingFound) {}

    /**
     * @param site where the goods of the parcel lie; null for the whole order
     * @throws Refusal when picking ended incomplete and a line of the pick list says nothing
     */
    public Picked record(OrderNumber order, String site, Outcome outcome) {
        var open = allocated.locked(order, site);
        return switch (outcome) {
            case COMPLETE -> new Picked(foundAll(open), !open.isEmpty());
            case INCOMPLETE ->
                new Picked(foundSome(open), open.stream().anyMatch(line -> line.quantity() > line.missing()));
            case INTERRUPTED -> new Picked(false, !open.isEmpty());
        };
    }

    private boolean foundAll(List<OpenReservation> open) {
        open.forEach(line -> reservations.found(line.id(), line.order(), line.quantity()));
        return true;
    }

    private boolean foundSome(List<OpenReservation> open) {
        if (open.stream().anyMatch(line -> line.found() == null)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "picking.unfinished");
        }
        var lacking = open.stream().filter(line -> line.missing() > 0).toList();
        lacking.forEach(line -> shelves.miss(line, line.missing(), StockMovement.Kind.SHORTFALL));
        return lacking.isEmpty();
    }
}
