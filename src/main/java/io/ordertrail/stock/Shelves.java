package io.ordertrail.stock;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;

/** Puts goods aside for orders and back on the shelf: stock, reservation and ledger change together or not at all. */
@Component
class Shelves {

  private final StockItems items;
  private final Reservations reservations;
  private final Ledger ledger;
  private final Clock clock;

  Shelves(StockItems items, Reservations reservations, Ledger ledger, Clock clock) {
    this.items = items;
    this.reservations = reservations;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What is set aside for the order, read once nobody else can change it: whoever does locks the products' stock first. */
  List<SetAside> locked(OrderNumber order) {
    var skus = setAside(order).keySet();
    if (skus.isEmpty()) {
      return List.of();
    }
    items.lock(skus);
    return reservations.openOf(order);
  }

  Map<String, Integer> setAside(OrderNumber order) {
    return reservations.openOf(order).stream().collect(Collectors.toMap(SetAside::sku, SetAside::quantity, Integer::sum, TreeMap::new));
  }

  /** Sites best first for these goods: near the receiver, then with most left over. */
  List<String> sitesFor(Need need, List<StockLevel> levels) {
    var bySite = levels.stream().collect(Collectors.groupingBy(StockLevel::site, TreeMap::new, Collectors.toList()));
    return bySite.keySet().stream()
        .sorted(Comparator.comparing((String site) -> !bySite.get(site).get(0).country().equals(need.country()))
            .thenComparing(site -> -bySite.get(site).stream().mapToInt(StockLevel::available).sum()))
        .toList();
  }

  /** @return false, and nothing is set aside, when the pieces are not there */
  boolean take(OrderNumber order, String sku, String site, int pieces) {
    if (items.reserve(sku, site, pieces) == 0) {
      return false;
    }
    note(order, sku, site, pieces, true);
    return true;
  }

  /** Writes down for whom pieces were reserved that the stock already counts as reserved. @param more to what the order has of them */
  void note(OrderNumber order, String sku, String site, int pieces, boolean more) {
    if (!more || reservations.grow(order, sku, site, pieces) == 0) {
      reservations.save(new Reservation(order, sku, site, pieces, clock.instant()));
    }
    ledger.reserved(order, sku, site, pieces);
  }

  /** Sets aside what can be had of what the order lacks, also in part, out of as few sites as it takes; the stock is locked. */
  void takeWhatIsThere(Need need) {
    var missing = need.missing(setAside(need.order()));
    var levels = items.levels(need.pieces().keySet());
    for (var site : sitesFor(need, levels)) {
      levels.stream().filter(level -> level.site().equals(site)).forEach(level -> {
        var pieces = Math.min(level.available(), missing.getOrDefault(level.sku(), 0));
        if (pieces > 0 && take(need.order(), level.sku(), site, pieces)) {
          missing.merge(level.sku(), -pieces, Integer::sum);
        }
      });
    }
  }

  /** @return whether it was this call that gave the goods back */
  boolean putBack(SetAside open) {
    if (reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED) == 0) {
      return false;
    }
    changed(items.giveBack(open.sku(), open.site(), open.quantity()), open);
    ledger.released(open.order(), open.sku(), open.site(), open.quantity());
    return true;
  }

  /** Takes pieces away from an order that nobody picked yet; they are on hand still, for the caller to take off. */
  void giveUp(SetAside open, int pieces) {
    changed(pieces == open.quantity() ? reservations.close(open.id(), pieces, Reservation.Status.RELEASED)
        : reservations.shrink(open.id(), pieces), open);
    changed(items.giveBack(open.sku(), open.site(), pieces), open);
    ledger.released(open.order(), open.sku(), open.site(), pieces);
  }

  /** The goods leave the building. */
  void send(SetAside open) {
    changed(reservations.close(open.id(), open.quantity(), Reservation.Status.SHIPPED), open);
    changed(items.issue(open.sku(), open.site(), open.quantity()), open);
    ledger.issued(open.order(), StockMovement.Kind.SHIPMENT, open.sku(), open.site(), open.quantity());
  }

  /** The goods are not where they should be: what is missing is neither on hand nor reserved any more. */
  void miss(SetAside open, int pieces, StockMovement.Kind kind) {
    changed(pieces == open.quantity() ? reservations.close(open.id(), open.quantity(), Reservation.Status.RELEASED)
        : reservations.shrink(open.id(), pieces), open);
    changed(items.issue(open.sku(), open.site(), pieces), open);
    ledger.issued(open.order(), kind, open.sku(), open.site(), pieces);
  }

  /** Nor is there anything else of it: what could still be promised is taken off, too. The stock is locked. */
  void missRest(OrderNumber order, String sku, String site) {
    var rest = items.available(sku, site);
    if (rest > 0) {
      changed(items.change(sku, site, -rest), sku);
      ledger.missing(order, sku, site, rest);
    }
  }

  private static void changed(int rows, SetAside open) {
    changed(rows, open.sku());
  }

  private static void changed(int rows, String sku) {
    if (rows == 0) {
      throw new StockChanged(sku);
    }
  }
}
