package io.ordertrail.stock.allocation;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Puts goods aside for orders and back on the shelf: stock, reservation and ledger change together or not at all. */
@Component
public class ReservationBook {

    private final StockItems items;
    private final Reservations reservations;
    private final Ledger ledger;
    private final UnflushedReservations unwritten;
    private final Clock clock;

    ReservationBook(
            StockItems items, Reservations reservations, Ledger ledger, UnflushedReservations unwritten, Clock clock) {
        this.items = items;
        this.reservations = reservations;
        this.ledger = ledger;
        this.unwritten = unwritten;
        this.clock = clock;
    }

    /** @return false, and nothing is set aside, when the pieces are not there */
    boolean take(OrderLineRef line, String site, int pieces) {
        if (items.reserve(line.sku(), site, pieces) == 0) {
            return false;
        }
        note(line, site, pieces, true);
        return true;
    }

    /**
     * Writes down for whom pieces were reserved that the stock already counts as reserved.
     *
     * @param more to what the order may have already
     */
    void note(OrderLineRef line, String site, int pieces, boolean more) {
        if (more) {
            add(line, site, pieces);
        } else {
            unwritten.add(line.order(), reservations.save(new Reservation(line, site, pieces, clock.instant())));
        }
        ledger.reserved(line.order(), line.sku(), site, pieces);
    }

    private void add(OrderLineRef line, String site, int pieces) {
        unwritten.forget(line.order());
        if (reservations.grow(line.order(), line.position(), line.sku(), site, pieces) == 0) {
            reservations.saveAndFlush(new Reservation(line, site, pieces, clock.instant()));
        }
    }

    /** @return whether it was this call that gave the goods back */
    boolean putBack(OpenReservation open) {
        if (reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED) == 0) {
            return false;
        }
        changed(items.giveBack(open.sku(), open.site(), open.quantity()), open);
        ledger.released(open.order(), open.sku(), open.site(), open.quantity());
        return true;
    }

    /** Takes pieces away from an order that nobody picked yet; they are on hand still, for the caller to take off. */
    void giveUp(OpenReservation open, int pieces) {
        changed(
                pieces == open.quantity()
                        ? reservations.close(open.id(), pieces, Reservation.Status.RELEASED)
                        : reservations.shrink(open.id(), pieces),
                open);
        changed(items.giveBack(open.sku(), open.site(), pieces), open);
        ledger.released(open.order(), open.sku(), open.site(), pieces);
    }

    /**
     * The goods leave the building.
     *
     * @param parcel its tracking number
     */
    public void send(OpenReservation open, String parcel) {
        changed(reservations.ship(open.id(), open.quantity(), parcel), open);
        changed(items.issue(open.sku(), open.site(), open.quantity()), open);
        ledger.issued(open.order(), StockMovement.Kind.SHIPMENT, open.sku(), open.site(), open.quantity());
    }

    /** The goods are not where they should be: what is missing is neither on hand nor reserved any more. */
    public void miss(OpenReservation open, int pieces, StockMovement.Kind kind) {
        changed(
                pieces == open.quantity()
                        ? reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED)
                        : reservations.shrink(open.id(), pieces),
                open);
        changed(items.issue(open.sku(), open.site(), pieces), open);
        ledger.issued(open.order(), kind, open.sku(), open.site(), pieces);
    }

    /** Nor is there anything else of it: what could still be promised is taken off, too. The stock is locked. */
    public void missRest(OrderNumber order, String sku, String site) {
        var rest = items.available(sku, site);
        if (rest > 0) {
            changed(items.change(sku, site, -rest), sku);
            ledger.missing(order, sku, site, rest);
        }
    }

    private static void changed(int rows, OpenReservation open) {
        changed(rows, open.sku());
    }

    private static void changed(int rows, String sku) {
        if (rows == 0) {
            throw new ConcurrentStockChange(sku);
        }
    }
}
