package io.ordertrail.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

import io.ordertrail.order.MoveOrder;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.OrderState;
import io.ordertrail.platform.Actor;

/** Keeps the order in step with its process instance. */
@Component
class OrderOnItsWay {

  private final MoveOrder moveOrder;
  private final Actor actor;

  OrderOnItsWay(MoveOrder moveOrder, Actor actor) {
    this.moveOrder = moveOrder;
    this.actor = actor;
  }

  /** An instance can be started for an order that has none yet, and for nothing else. */
  void started(DelegateExecution instance) {
    moveOrder.start(new OrderNumber(instance.getProcessBusinessKey()), instance.getProcessInstanceId());
  }

  void entered(OrderNumber number, OrderState state) {
    moveOrder.move(number, state);
  }

  /** Nobody else is there to be named. */
  void timerFired(DelegateExecution timer) {
    actor.actAs("timer: " + timer.getCurrentActivityName());
  }
}
