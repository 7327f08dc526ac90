package io.ordertrail.stock.picking;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.BackorderMissingGoods;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.ReservationBook;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.ledger.StockMovement;

/**
 * Records what the warehouse found of the goods of a parcel, by its pick list, and writes off what it did not find. A
 * line without an entry was found in full.
 */
@Service
@Transactional
public class RecordPicking {

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final Reservations reservations;
    private final BackorderMissingGoods backorderMissingGoods;
    private final Timeline timeline;

    RecordPicking(
            AllocatedGoods allocatedGoods,
            ReservationBook reservationBook,
            Reservations reservations,
            BackorderMissingGoods backorderMissingGoods,
            Timeline timeline) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.reservations = reservations;
        this.backorderMissingGoods = backorderMissingGoods;
        this.timeline = timeline;
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
     * The result of picking. When neither holds, the parcel is not sent.
     *
     * @param readyToShip whether the parcel can go: it is complete, or the customer takes parts
     * @param restToPick whether a booked loss shortened the parcel, and what is left of it is to be picked
     */
    public record Picked(boolean readyToShip, boolean restToPick) {}

    /**
     * Ends the picking of a parcel. What is missing from a parcel that may go incomplete is backordered. The goods of a
     * parcel that is not sent stay reserved for the order.
     *
     * @param parcel its number
     * @param shortened whether a booked loss took goods from the parcel before it was picked
     */
    public Picked record(Demand demand, String parcel, boolean shortened) {
        return shortened ? recordShortened(demand, parcel) : recordPicked(demand, parcel);
    }

    private Picked recordPicked(Demand demand, String parcel) {
        var shortfalls = writeOffMissing(demand.order(), parcel);
        timeline.note(demand.order(), shortfalls.isEmpty() ? "picked" : "picked-short", note(shortfalls));
        var rest = shortfalls.isEmpty() || backorder(demand, parcel);
        return rest ? new Picked(true, false) : notSent(demand.order(), parcel);
    }

    private Picked recordShortened(Demand demand, String parcel) {
        return backorder(demand, parcel) ? new Picked(false, true) : notSent(demand.order(), parcel);
    }

    private List<OpenReservation> writeOffMissing(OrderNumber order, String parcel) {
        var open = allocatedGoods.locked(order, parcel);
        open.stream()
                .filter(line -> line.found() == null)
                .forEach(line -> reservations.recordFound(line.id(), order, line.quantity()));
        var shortfalls = open.stream().filter(line -> line.missing() > 0).toList();
        shortfalls.forEach(line -> reservationBook.writeOff(line, line.missing(), StockMovement.Kind.SHORTFALL));
        return shortfalls;
    }

    /** Tells whether the parcel may go without what is missing, which then waits for stock. */
    private boolean backorder(Demand demand, String parcel) {
        var goes = demand.partial()
                && !allocatedGoods.locked(demand.order(), parcel).isEmpty();
        if (goes) {
            backorderMissingGoods.backorder(demand);
        }
        return goes;
    }

    private Picked notSent(OrderNumber order, String parcel) {
        reservations.unpack(order, parcel);
        return new Picked(false, false);
    }

    private static String note(List<OpenReservation> shortfalls) {
        return shortfalls.isEmpty()
                ? null
                : shortfalls.stream()
                        .map(line -> line.missing() + " × " + line.sku() + " @ " + line.site())
                        .collect(Collectors.joining(", "));
    }
}
