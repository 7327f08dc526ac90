package io.ordertrail.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Brings a message to a process instance whose order is locked, so that nothing of the instance goes away meanwhile. */
@Component
class News {

  private final RuntimeService runtime;

  News(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** @return false when the instance does not wait for it; the transaction can then only be rolled back */
  boolean bring(String message, String instance) {
    try {
      runtime.createMessageCorrelation(message).processInstanceId(instance).correlate();
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      return false;
    }
  }

  /** Where nobody waits for it, nothing happens. */
  void bringIfAwaited(String message, String instance) {
    if (isAwaited(message, instance)) {
      bring(message, instance);
    }
  }

  private boolean isAwaited(String message, String instance) {
    return runtime.createEventSubscriptionQuery().processInstanceId(instance).eventType("message").eventName(message).count() > 0;
  }
}
