package io.ordertrail.stock.ledger;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockMovement.Cause;
import io.ordertrail.stock.ledger.StockMovement.Change;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** Records every change of stock, in the transaction in which it happens. */
@Component
public class Ledger {

    private final StockMovements movements;
    private final Actor actor;
    private final ApplicationEventPublisher events;

    Ledger(StockMovements movements, Actor actor, ApplicationEventPublisher events) {
        this.movements = movements;
        this.actor = actor;
        this.events = events;
    }

    public void reserved(OrderNumber order, String sku, String site, int units) {
        save(new Change(Kind.RESERVATION, sku, site, 0, units), Cause.of(order));
    }

    public void released(OrderNumber order, String sku, String site, int units) {
        save(new Change(Kind.RELEASE, sku, site, 0, -units), Cause.of(order));
        events.publishEvent(new ReservationReduced(order, Kind.RELEASE));
    }

    public void issued(OrderNumber order, Kind kind, String sku, String site, int units) {
        save(new Change(kind, sku, site, -units, -units), Cause.of(order));
        if (kind != Kind.SHIPMENT) {
            events.publishEvent(new ReservationReduced(order, kind));
        }
    }

    /** Records that unreserved goods are missing; picking for the order found that. */
    public void missing(OrderNumber order, String sku, String site, int units) {
        save(new Change(Kind.SHORTFALL, sku, site, -units, 0), Cause.of(order));
    }

    public StockMovement booked(Booking booking) {
        return booked(booking, null);
    }

    /**
     * Records a booking.
     *
     * @param document number of its stocktake or transfer, or null
     */
    public StockMovement booked(Booking booking, String document) {
        return save(change(booking), new Cause(null, null, document, booking.reason(), booking.id()));
    }

    public StockMovement purchased(PurchaseNumber purchase, Booking booking) {
        return save(change(booking), new Cause(null, purchase, null, booking.reason(), booking.id()));
    }

    private static Change change(Booking booking) {
        return new Change(booking.kind(), booking.sku(), booking.site(), booking.quantity(), 0);
    }

    private StockMovement save(Change change, Cause cause) {
        return movements.save(new StockMovement(change, cause, actor.stamp()));
    }
}
