package io.ordertrail.stock;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;

/** Books goods that come or go. What comes is handed to those who wait; a loss that cuts into promises is booked all the same. */
@Service
@Transactional
public class BookStock {

  private final StockItems items;
  private final StockMovements movements;
  private final Loss loss;
  private final Line line;
  private final Ledger ledger;
  private final WaitingOrders waitingOrders;
  private final StockInput input;

  BookStock(StockItems items, StockMovements movements, Loss loss, Line line, Ledger ledger, WaitingOrders waitingOrders,
      StockInput input) {
    this.items = items;
    this.movements = movements;
    this.loss = loss;
    this.line = line;
    this.ledger = ledger;
    this.waitingOrders = waitingOrders;
    this.input = input;
  }

  /** @return the movement; the first one where the id was booked before */
  public StockMovement book(Booking booking) {
    return bookOnce(booking).movement();
  }

  /** The same, and whether it was booked before. */
  public Booked bookOnce(Booking booking) {
    Checked.refuseIfAny(input.faults(booking));
    var before = booking.id() == null ? null : movements.findByExternalId(booking.id()).orElse(null);
    if (before != null) {
      return new Booked(before, true);
    }
    keepShelf(booking.sku(), booking.site(), null);
    lock(booking);
    return new Booked(bookLocked(booking), false);
  }

  void lock(Booking booking) {
    loss.lock(List.of(booking));
  }

  /** Within a use case that has checked what it books, and locked it. */
  StockMovement bookLocked(Booking booking) {
    var movement = booking.quantity() < 0 ? goes(booking) : comes(booking);
    line.serve(List.of(booking.place()));
    return movement;
  }

  /** The place of a product at a site; a product that was never there gets it with nothing on it. */
  public void keepShelf(String sku, String site, String shelf) {
    if (!items.existsById(new StockItem.Key(sku, site))) {
      items.keep(List.of(sku), site);
    }
    if (shelf != null) {
      items.moveTo(sku, site, shelf);
    }
  }

  private StockMovement comes(Booking booking) {
    items.change(booking.sku(), booking.site(), booking.quantity());
    return ledger.booked(booking);
  }

  private StockMovement goes(Booking booking) {
    var promisedTo = loss.coverBy(booking);
    if (items.change(booking.sku(), booking.site(), booking.quantity()) == 0) {
      throw new StockChanged(booking.sku());
    }
    var movement = ledger.booked(booking);
    promisedTo.forEach((order, pieces) -> waitingOrders.lost(order, booking.sku(), booking.site(), pieces));
    return movement;
  }
}
