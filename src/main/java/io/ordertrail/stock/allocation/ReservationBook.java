package io.ordertrail.stock.allocation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.BatchReservation;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Reserves, releases and issues goods of orders: stock, reservation and ledger change together or not at all. */
@Component
public class ReservationBook {

    /**
     * Units that are about to be reserved for a line of an order.
     *
     * @param more whether the line may have units from this site already
     */
    record NewReservation(OrderLineRef line, String site, int units, boolean more) {

        StockItem.Key place() {
            return new StockItem.Key(line.sku(), site);
        }
    }

    private static final Comparator<StockItem.Key> BY_SKU_AND_SITE =
            Comparator.comparing(StockItem.Key::sku).thenComparing(StockItem.Key::site);

    private final StockItems items;
    private final BatchReservation batchReservation;
    private final Reservations reservations;
    private final Ledger ledger;
    private final Clock clock;

    ReservationBook(
            StockItems items,
            BatchReservation batchReservation,
            Reservations reservations,
            Ledger ledger,
            Clock clock) {
        this.items = items;
        this.batchReservation = batchReservation;
        this.reservations = reservations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Reserves units, all or none.
     *
     * @throws ConcurrentStockChange when so much is no longer available
     */
    void reserve(List<NewReservation> reserved) {
        var quantities = new TreeMap<StockItem.Key, Integer>(BY_SKU_AND_SITE);
        reserved.forEach(one -> quantities.merge(one.place(), one.units(), Integer::sum));
        if (batchReservation.reserve(quantities) < quantities.size()) {
            throw new ConcurrentStockChange(quantities.keySet().stream()
                    .map(StockItem.Key::sku)
                    .distinct()
                    .collect(Collectors.joining(", ")));
        }
        reserved.forEach(this::record);
    }

    private void record(NewReservation reserved) {
        var line = reserved.line();
        if (!reserved.more()
                || reservations.increase(line.order(), line.position(), line.sku(), reserved.site(), reserved.units())
                        == 0) {
            reservations.save(new Reservation(line, reserved.site(), reserved.units(), clock.instant()));
        }
        ledger.reserved(line.order(), line.sku(), reserved.site(), reserved.units());
    }

    /** Tells whether this call released the goods. */
    boolean release(OpenReservation open) {
        if (reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED) == 0) {
            return false;
        }
        requireChange(items.release(open.sku(), open.site(), open.quantity()), open);
        ledger.released(open.order(), open.sku(), open.site(), open.quantity());
        return true;
    }

    /** Takes units that nobody picked yet from an order; they stay on hand, for the caller to write off. */
    void releaseUnpicked(OpenReservation open, int units) {
        requireChange(
                units == open.quantity()
                        ? reservations.close(open.id(), units, Reservation.Status.RELEASED)
                        : reservations.decrease(open.id(), units),
                open);
        requireChange(items.release(open.sku(), open.site(), units), open);
        ledger.released(open.order(), open.sku(), open.site(), units);
    }

    /** Issues the goods: they leave the site. */
    public void issue(OpenReservation open) {
        requireChange(reservations.close(open.id(), open.quantity(), Reservation.Status.SHIPPED), open);
        requireChange(items.issue(open.sku(), open.site(), open.quantity()), open);
        ledger.issued(open.order(), StockMovement.Kind.SHIPMENT, open.sku(), open.site(), open.quantity());
    }

    /** Writes off units that the picker did not find: they are neither on hand nor reserved any more. */
    public void writeOff(OpenReservation open, int units, StockMovement.Kind kind) {
        requireChange(
                units == open.quantity()
                        ? reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED)
                        : reservations.decrease(open.id(), units),
                open);
        requireChange(items.issue(open.sku(), open.site(), units), open);
        ledger.issued(open.order(), kind, open.sku(), open.site(), units);
    }

    /** Writes off what is still available of a product that ran out. The caller has locked the stock. */
    public void writeOffAvailable(OrderNumber order, String sku, String site) {
        var rest = items.available(sku, site);
        if (rest > 0) {
            requireChange(items.change(sku, site, -rest), sku);
            ledger.missing(order, sku, site, rest);
        }
    }

    private static void requireChange(int rows, OpenReservation open) {
        requireChange(rows, open.sku());
    }

    private static void requireChange(int rows, String sku) {
        if (rows == 0) {
            throw new ConcurrentStockChange(sku);
        }
    }
}
