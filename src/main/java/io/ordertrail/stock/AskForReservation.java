package io.ordertrail.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.stock.Attempts.Attempt;
import io.ordertrail.stock.ForeignStock.Reply;

/**
 * Has what is set aside for an order in our books set aside in the company's own stock system, too. May be done again whenever it is
 * not known how it ended: the same goods are asked for under the same key.
 */
@Service
@Transactional
public class AskForReservation {

  private final Optional<ForeignStock> foreign;
  private final Attempts attempts;
  private final Reservations reservations;
  private final Shelves shelves;
  private final Pledges pledges;
  private final WaitingOrders waitingOrders;

  AskForReservation(Optional<ForeignStock> foreign, Attempts attempts, Reservations reservations, Shelves shelves, Pledges pledges,
      WaitingOrders waitingOrders) {
    this.foreign = foreign;
    this.attempts = attempts;
    this.reservations = reservations;
    this.shelves = shelves;
    this.pledges = pledges;
    this.waitingOrders = waitingOrders;
  }

  /** Whether that system has to be asked before the order can be confirmed. Where there is none, nothing is looked up. */
  @Transactional(readOnly = true)
  public boolean isDue(OrderNumber order) {
    return foreign.isPresent() && !attempts.holds(order, reservations.openOf(order));
  }

  /** Where goods were lost meanwhile, nothing is asked: whatever else they are found for is asked for anew. */
  public void ask(Need need) {
    var goods = reservations.openOf(need.order());
    if (foreign.isPresent() && need.missing(shelves.promised(need.order())).isEmpty()) {
      var attempt = attempts.begin(need.order(), goods);
      attempt.former().forEach(this::giveBack);
      var reply = foreign.get().reserve(attempt.key(), need.order(), lots(goods));
      pledges.lock(need.pieces().keySet());
      waitingOrders.lock(need.order());
      take(reply, need.order(), attempt);
    }
  }

  private void giveBack(String former) {
    foreign.orElseThrow().release(former);
    attempts.closed(former, ForeignReservation.Status.RELEASED);
  }

  private void take(Reply reply, OrderNumber order, Attempt attempt) {
    switch (reply.outcome()) {
      case RESERVED -> attempts.answered(attempt.key(), ForeignReservation.Status.RESERVED);
      case REFUSED -> refused(order, attempt, reply.missing());
      case RELEASED -> throw again(attempt, ForeignReservation.Status.RELEASED, "was given back in the stock system");
    }
  }

  /**
   * What is not there we promised in vain: our books were wrong by it, as they are when a picker does not find it. And as all that is
   * there would have been set aside, nothing else of it is there either.
   */
  private void refused(OrderNumber order, Attempt attempt, List<Lot> missing) {
    if (missing.stream().anyMatch(lot -> attempts.awaitsRelease(order, attempt, lot))) {
      throw again(attempt, ForeignReservation.Status.REFUSED, "came before the release of the same goods by another order");
    }
    attempts.answered(attempt.key(), ForeignReservation.Status.REFUSED);
    var open = shelves.locked(order);
    if (missing.stream().mapToInt(lot -> takeOff(open, lot)).sum() == 0) {
      throw new IllegalStateException("The stock system misses nothing that can be taken off for order " + order);
    }
    missing.forEach(lot -> shelves.missRest(order, lot.sku(), lot.site()));
    waitingOrders.refused(order);
  }

  /** @return pieces taken off; what is packed already is there, whatever the system says */
  private int takeOff(List<SetAside> open, Lot missing) {
    var left = missing.pieces();
    for (var line : open) {
      if (left > 0 && line.found() == null && line.sku().equals(missing.sku()) && line.site().equals(missing.site())) {
        var pieces = Math.min(left, line.quantity());
        shelves.miss(line, pieces, StockMovement.Kind.SHORTFALL);
        left -= pieces;
      }
    }
    return missing.pieces() - left;
  }

  /** With a new key the next try begins afresh. */
  private IllegalStateException again(Attempt attempt, ForeignReservation.Status status, String why) {
    attempts.closed(attempt.key(), status);
    return new IllegalStateException("Reservation " + attempt.key() + " " + why);
  }

  private static List<Lot> lots(List<SetAside> goods) {
    var lots = new TreeMap<String, Map<String, Integer>>();
    goods.forEach(open -> lots.computeIfAbsent(open.sku(), sku -> new TreeMap<>()).merge(open.site(), open.quantity(), Integer::sum));
    return lots.entrySet().stream()
        .flatMap(product -> product.getValue().entrySet().stream().map(at -> new Lot(product.getKey(), at.getKey(), at.getValue())))
        .toList();
  }
}
