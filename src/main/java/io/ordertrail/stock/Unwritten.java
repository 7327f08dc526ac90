package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.ordertrail.order.OrderNumber;

/**
 * What the running transaction set aside for orders that had nothing before, and has not written yet: as long as it is not written, nothing
 * else can have changed it. To look here first lets the rows of all orders that share a transaction be written together.
 */
@Component
class Unwritten {

  void add(OrderNumber order, Reservation reservation) {
    if (all() == null) {
      TransactionSynchronizationManager.registerSynchronization(new Bound());
      TransactionSynchronizationManager.bindResource(this, new HashMap<OrderNumber, List<Reservation>>());
    }
    all().computeIfAbsent(order, none -> new ArrayList<>()).add(reservation);
  }

  /** @return none where something is written already, so that the database has to be asked */
  List<Reservation> of(OrderNumber order) {
    var known = all() == null ? List.<Reservation>of() : all().getOrDefault(order, List.of());
    return known.stream().noneMatch(Reservation::written) ? known : List.of();
  }

  @SuppressWarnings("unchecked")
  private Map<OrderNumber, List<Reservation>> all() {
    return (Map<OrderNumber, List<Reservation>>) TransactionSynchronizationManager.getResource(this);
  }

  /** A transaction within this one has a session, and what is unwritten, of its own. */
  private final class Bound implements TransactionSynchronization {

    private Object all;

    @Override
    public void suspend() {
      all = TransactionSynchronizationManager.unbindResource(Unwritten.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Unwritten.this, all);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Unwritten.this);
    }
  }
}
