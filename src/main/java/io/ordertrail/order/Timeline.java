package io.ordertrail.order;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Actor;

/** Writes down what happens to an order, in the transaction in which it happens. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Timeline {

  private final OrderEvents events;
  private final Actor actor;
  private final Clock clock;
  private final ApplicationEventPublisher listeners;

  Timeline(OrderEvents events, Actor actor, Clock clock, ApplicationEventPublisher listeners) {
    this.events = events;
    this.actor = actor;
    this.clock = clock;
    this.listeners = listeners;
  }

  public void note(OrderNumber order, String what, String note) {
    noteBy(actor.name(), order, what, note);
  }

  void noteBy(String who, OrderNumber order, String what, String note) {
    events.save(new OrderEvent(order, clock.instant(), who, what, null, null, note));
  }

  /** @param from null at entry */
  void moved(Order order, OrderState from) {
    var now = clock.instant();
    events.save(new OrderEvent(order.number(), now, actor.name(), "state", from, order.state(), null));
    listeners.publishEvent(new OrderMoved(order.number(), from, order.state(), Duration.between(order.enteredAt(), now)));
  }
}
