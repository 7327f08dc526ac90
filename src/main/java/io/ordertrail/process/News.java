package io.ordertrail.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Brings a message to a process instance. */
@Component
class News {

  /** The engine found the one who waits and then found it gone; it has no exception of its own for that. */
  private static final String NO_LONGER = "does not have a subscription to a message event";

  private final RuntimeService runtime;

  News(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * @return false when the instance does not wait for it; the transaction can then only be rolled back
   * @throws ConcurrencyFailureException when it stopped waiting at this very moment
   */
  boolean bring(String message, String instance) {
    try {
      runtime.createMessageCorrelation(message).processInstanceId(instance).correlate();
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      return false;
    } catch (NullValueException e) {
      throw new ConcurrencyFailureException(e.getMessage(), e);   // parts of the instance were gone when the engine came to them
    } catch (ProcessEngineException e) {
      throw e.getMessage().contains(NO_LONGER) ? new ConcurrencyFailureException(e.getMessage(), e) : e;
    }
  }

  /** Where nobody waits for it, nothing happens. */
  void bringIfAwaited(String message, String instance) {
    if (isAwaited(message, instance) && !bring(message, instance)) {
      throw new ConcurrencyFailureException("Process instance " + instance + " no longer waits for " + message);
    }
  }

  private boolean isAwaited(String message, String instance) {
    return runtime.createEventSubscriptionQuery().processInstanceId(instance).eventType("message").eventName(message).count() > 0;
  }
}
