package io.ordertrail.stock;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.stock.StockMovement.Kind;

/** Writes down every change of stock, in the transaction in which it happens. */
@Component
class Ledger {

  private final StockMovements movements;
  private final Actor actor;

  Ledger(StockMovements movements, Actor actor) {
    this.movements = movements;
    this.actor = actor;
  }

  void reserved(OrderNumber order, String sku, String site, int pieces) {
    write(sku, site, Kind.RESERVATION, 0, pieces, order, null, null);
  }

  void released(OrderNumber order, String sku, String site, int pieces) {
    write(sku, site, Kind.RELEASE, 0, -pieces, order, null, null);
  }

  void issued(OrderNumber order, Kind kind, String sku, String site, int pieces) {
    write(sku, site, kind, -pieces, -pieces, order, null, null);
  }

  /** Goods that nobody reserved are not there; an order brought it to light. */
  void missing(OrderNumber order, String sku, String site, int pieces) {
    write(sku, site, Kind.SHORTFALL, -pieces, 0, order, null, null);
  }

  StockMovement booked(Booking booking) {
    return write(booking.sku(), booking.site(), booking.kind(), booking.quantity(), 0, null, booking.reason(), booking.id());
  }

  StockMovement bought(PurchaseNumber purchase, Booking booking) {
    return movements.save(new StockMovement(booking.sku(), booking.site(), booking.kind(), booking.quantity(), 0, null, booking.reason(),
        booking.id(), actor.stamp()).of(purchase));
  }

  /** What a stocktake or transfer changes. @param document its number */
  void changed(String document, Kind kind, String sku, String site, int pieces, String reason) {
    movements.save(new StockMovement(sku, site, kind, pieces, 0, null, reason, null, actor.stamp()).of(document));
  }

  private StockMovement write(String sku, String site, Kind kind, int onHand, int reserved, OrderNumber order, String reason, String id) {
    return movements.save(new StockMovement(sku, site, kind, onHand, reserved, order, reason, id, actor.stamp()));
  }
}
