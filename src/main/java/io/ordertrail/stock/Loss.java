package io.ordertrail.stock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.platform.Refusal;

/** Goods are gone that were promised: the least pressing orders lose them, and of these those promised last. */
@Component
class Loss {

  private final StockItems items;
  private final Reservations reservations;
  private final Shelves shelves;

  Loss(StockItems items, Reservations reservations, Shelves shelves) {
    this.items = items;
    this.reservations = reservations;
    this.shelves = shelves;
  }

  /**
   * Makes as much available as is lost; the stock is locked.
   *
   * @return how many pieces each order lost
   * @throws Refusal when less is on hand, or what is promised is in the boxes already
   */
  Map<OrderNumber, Integer> coverBy(Booking booking) {
    var lost = -booking.quantity();
    var level = items.levels(List.of(booking.sku())).stream().filter(at -> at.site().equals(booking.site())).findFirst().orElseThrow();
    if (lost > level.onHand()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "stock.refuses.on-hand", level.onHand(), booking.sku(), booking.site());
    }
    return takeFromOrders(booking, lost - level.available());
  }

  private Map<OrderNumber, Integer> takeFromOrders(Booking booking, int pieces) {
    var orders = new LinkedHashMap<OrderNumber, Integer>();
    var left = pieces;
    for (var open : reservations.notPicked(booking.sku(), booking.site())) {
      if (left > 0) {
        var taken = Math.min(left, open.quantity());
        shelves.giveUp(open, taken);
        orders.merge(open.order(), taken, Integer::sum);
        left -= taken;
      }
    }
    if (left > 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "stock.refuses.picked", left, booking.sku(), booking.site());
    }
    return orders;
  }
}
