package io.ordertrail.order;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Company;

/** The one way in for every order: what comes back with a number is stored whole and under way. */
@Service
public class EnterOrder {

  private final SecureRandom random = new SecureRandom();
  private final Orders orders;
  private final LinesOf linesOf;
  private final OtherOrders otherOrders;
  private final Arrivals arrivals;
  private final OrderProcess process;
  private final Timeline timeline;
  private final Company company;
  private final Actor actor;

  EnterOrder(Orders orders, LinesOf linesOf, OtherOrders otherOrders, Arrivals arrivals, OrderProcess process, Timeline timeline, Company company,
      Actor actor) {
    this.orders = orders;
    this.linesOf = linesOf;
    this.otherOrders = otherOrders;
    this.arrivals = arrivals;
    this.process = process;
    this.timeline = timeline;
    this.company = company;
    this.actor = actor;
  }

  /**
   * @throws io.ordertrail.platform.InvalidInput with every fault of the input
   * @throws DuplicateReference when the channel used this reference before
   */
  public OrderNumber enter(NewOrder entered) {
    return enter(entered, number -> number);
  }

  /**
   * The same, with what shall be stored beside the order or not at all.
   *
   * @param answer works in the transaction of the entry
   */
  public <T> T enter(NewOrder entered, Function<OrderNumber, T> answer) {
    return arrivals.enter(linesOf.wellFormed(entered), this::lookUp, () -> store(entered), answer);
  }

  private void lookUp(List<NewOrder> entered) {
    linesOf.lookUp(entered);
    otherOrders.lookUp(entered);
  }

  private OrderNumber store(NewOrder entered) {
    var lines = linesOf.lines(entered);
    refuseSecond(entered);
    var order = new Order(OrderNumber.next(random), entered, company.currency(), lines, actor.stamp());
    process.entered(order.number(), (instance, state) -> begin(order, instance, state));
    return order.number();
  }

  private void begin(Order order, String instance, OrderState state) {
    order.begin(instance, state, order.enteredAt());
    orders.save(order);
    timeline.moved(order, null);
  }

  private void refuseSecond(NewOrder entered) {
    if (entered.externalReference() != null) {
      orders.numberOf(entered.channel() == null ? Order.DEFAULT_CHANNEL : entered.channel(), entered.externalReference())
          .ifPresent(first -> {
            throw new DuplicateReference(entered.externalReference(), first);
          });
    }
  }
}
