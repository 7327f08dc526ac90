package io.ordertrail.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.platform.Refusal;

/** What the warehouse found of what was set aside; what it did not find is taken off the stock. */
@Service
@Transactional
public class RecordPicking {

  private final Shelves shelves;
  private final Reservations reservations;

  RecordPicking(Shelves shelves, Reservations reservations) {
    this.shelves = shelves;
    this.reservations = reservations;
  }

  /** One line of the pick list. @param found pieces, 0 to what was to be picked */
  public void found(OrderNumber order, long line, int found) {
    if (found < 0 || reservations.found(line, order, found) == 0) {
      throw new Refusal(Refusal.Kind.INVALID, "picking.found");
    }
  }

  /**
   * @param allFound as the picker says; else what was noted for each line counts
   * @return whether all was found
   * @throws Refusal when a line of the pick list says nothing yet
   */
  public boolean record(OrderNumber order, boolean allFound) {
    if (allFound) {
      reservations.openOf(order).forEach(open -> reservations.found(open.id(), order, open.quantity()));
      return true;
    }
    var open = reservations.openOf(order);
    if (open.stream().anyMatch(line -> line.found() == null)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "picking.unfinished");
    }
    var lacking = open.stream().filter(line -> line.missing() > 0).toList();
    lacking.forEach(line -> shelves.miss(line, line.missing(), StockMovement.Kind.SHORTFALL));
    return lacking.isEmpty();
  }
}
