package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput.Fault;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.StockMovement.Kind;

/** Books goods that come or go. What comes is handed to those who wait; a loss that cuts into promises is booked all the same. */
@Service
@Transactional
public class BookStock {

  private static final String NO_SHELF = "-";

  private final StockItems items;
  private final Sites sites;
  private final Products products;
  private final StockMovements movements;
  private final Loss loss;
  private final Line line;
  private final Ledger ledger;
  private final WaitingOrders waitingOrders;
  private final Checked checked;

  BookStock(StockItems items, Sites sites, Products products, StockMovements movements, Loss loss, Line line,
 Ledger ledger, WaitingOrders waitingOrders, Checked checked) {
    this.items = items;
    this.sites = sites;
    this.products = products;
    this.movements = movements;
    this.loss = loss;
    this.line = line;
    this.ledger = ledger;
    this.waitingOrders = waitingOrders;
    this.checked = checked;
  }

  /** @return the movement; the first one where the id was booked before */
  public StockMovement book(Booking booking) {
    Checked.refuseIfAny(faults(booking));
    var before = booking.id() == null ? null : movements.findByExternalId(booking.id()).orElse(null);
    if (before != null) {
      return before;
    }
    keepShelf(booking.sku(), booking.site(), null);
    items.lock(List.of(booking.sku()));
    var movement = booking.quantity() < 0 ? goes(booking) : comes(booking);
    line.serve(booking.sku(), booking.site());
    return movement;
  }

  /** The place of a product at a site; a product that was never there gets it with nothing on it. */
  public void keepShelf(String sku, String site, String shelf) {
    if (!items.existsById(new StockItem.Key(sku, site))) {
      items.save(new StockItem(sku, site, shelf == null ? NO_SHELF : shelf));
    } else if (shelf != null) {
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

  private List<Fault> faults(Booking booking) {
    var faults = new ArrayList<>(checked.faultsOf(booking));
    if (faults.isEmpty()) {
      if (products.findById(booking.sku()).isEmpty()) {
        faults.add(new Fault("/sku", Sentence.of("product.unknown", booking.sku())));
      }
      if (sites.findById(booking.site()).isEmpty()) {
        faults.add(new Fault("/site", Sentence.of("site.unknown", booking.site())));
      }
      if (!fits(booking.kind(), booking.quantity())) {
        faults.add(new Fault("/quantity", Sentence.of("stock.input.quantity")));
      }
    }
    return faults;
  }

  private static boolean fits(Kind kind, int quantity) {
    return switch (kind) {
      case RECEIPT, RETURN -> quantity > 0;
      case LOSS -> quantity < 0;
      case ADJUSTMENT -> quantity != 0;
      default -> false;
    };
  }
}
