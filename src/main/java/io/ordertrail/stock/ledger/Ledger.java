package io.ordertrail.stock.ledger;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockMovement.Cause;
import io.ordertrail.stock.ledger.StockMovement.Change;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** Writes down every change of stock, in the transaction in which it happens. */
@Component
public class Ledger {

    private final StockMovements movements;
    private final Actor actor;

    Ledger(StockMovements movements, Actor actor) {
        this.movements = movements;
        this.actor = actor;
    }

    public void reserved(OrderNumber order, String sku, String site, int pieces) {
        write(new Change(Kind.RESERVATION, sku, site, 0, pieces), Cause.of(order));
    }

    public void released(OrderNumber order, String sku, String site, int pieces) {
        write(new Change(Kind.RELEASE, sku, site, 0, -pieces), Cause.of(order));
    }

    public void issued(OrderNumber order, Kind kind, String sku, String site, int pieces) {
        write(new Change(kind, sku, site, -pieces, -pieces), Cause.of(order));
    }

    /** Goods that nobody reserved are not there; an order brought it to light. */
    public void missing(OrderNumber order, String sku, String site, int pieces) {
        write(new Change(Kind.SHORTFALL, sku, site, -pieces, 0), Cause.of(order));
    }

    public StockMovement booked(Booking booking) {
        return booked(booking, null);
    }

    /**
     * What a stocktake or a transfer changes.
     *
     * @param document its number
     */
    public StockMovement booked(Booking booking, String document) {
        return write(change(booking), new Cause(null, null, document, booking.reason(), booking.id()));
    }

    public StockMovement bought(PurchaseNumber purchase, Booking booking) {
        return write(change(booking), new Cause(null, purchase, null, booking.reason(), booking.id()));
    }

    private static Change change(Booking booking) {
        return new Change(booking.kind(), booking.sku(), booking.site(), booking.quantity(), 0);
    }

    private StockMovement write(Change change, Cause cause) {
        return movements.save(new StockMovement(change, cause, actor.stamp()));
    }
}
