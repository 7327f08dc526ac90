package io.ordertrail.order;

import java.time.Clock;

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

  Timeline(OrderEvents events, Actor actor, Clock clock) {
    this.events = events;
    this.actor = actor;
    this.clock = clock;
  }

  public void note(OrderNumber order, String what, String note) {
    noteBy(actor.name(), order, what, note);
  }

  void noteBy(String who, OrderNumber order, String what, String note) {
    events.save(new OrderEvent(order, clock.instant(), who, what, null, null, note));
  }

  void moved(OrderNumber order, OrderState from, OrderState to) {
    events.save(new OrderEvent(order, clock.instant(), actor.name(), "state", from, to, null));
  }
}
