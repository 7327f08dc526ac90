package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.platform.TransactionBound;

/**
 * What the running transaction set aside for orders that had nothing before, and has not written yet: as long as it is not written, nothing
 * else can have changed it. To look here first lets the rows of all orders that share a transaction be written together.
 */
@Component
class Unwritten {

  private final TransactionBound<Map<OrderNumber, List<Reservation>>> all = new TransactionBound<>();

  void add(OrderNumber order, Reservation reservation) {
    if (all.get() == null) {
      all.set(new HashMap<>());
    }
    all.get().computeIfAbsent(order, none -> new ArrayList<>()).add(reservation);
  }

  /** @return none where something is written already, so that the database has to be asked */
  List<Reservation> of(OrderNumber order) {
    var known = all.get() == null ? List.<Reservation>of() : all.get().getOrDefault(order, List.of());
    return known.stream().noneMatch(Reservation::written) ? known : List.of();
  }
}
