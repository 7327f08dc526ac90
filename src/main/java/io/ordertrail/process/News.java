package io.ordertrail.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;

/**
 * Brings a message to whatever of an order waits for it, its own instance or those of its parcels. The order is locked, so that nothing
 * of them goes away meanwhile.
 */
@Component
class News {

  private final RuntimeService runtime;

  News(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** @return whether anything waited for it */
  boolean bring(String message, OrderNumber order) {
    return bring(message, order.value());
  }

  boolean bring(String message, String businessKey) {
    var waiting = runtime.createExecutionQuery().processInstanceBusinessKey(businessKey).messageEventSubscriptionName(message).list();
    waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
    return !waiting.isEmpty();
  }

  /**
   * Brings it to those of whom the fact is true, or to whom it means nothing; where nobody waits for it, nothing happens.
   *
   * @return whether anything waited for it
   */
  boolean bring(String message, OrderNumber order, String fact, String value) {
    var waiting = runtime.createExecutionQuery().processInstanceBusinessKey(order.value()).messageEventSubscriptionName(message).list().stream()
        .filter(execution -> concerns(execution, fact, value)).toList();
    waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
    return !waiting.isEmpty();
  }

  private boolean concerns(Execution execution, String fact, String value) {
    var known = runtime.getVariable(execution.getId(), fact);
    return known == null || known.equals(value);
  }
}
