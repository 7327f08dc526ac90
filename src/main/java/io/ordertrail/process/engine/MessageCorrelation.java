package io.ordertrail.process.engine;

import java.util.function.Predicate;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;

/**
 * Brings a message to whatever of an order waits for it, its own instance or those of its parcels. The order is locked, so that nothing
 * of them goes away meanwhile.
 */
@Component
public class MessageCorrelation {

    private final RuntimeService runtime;

    MessageCorrelation(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @return whether anything waited for it */
    public boolean bring(String message, OrderNumber order) {
        return bring(message, order.value());
    }

    public boolean bring(String message, String businessKey) {
        return bring(message, businessKey, execution -> true);
    }

    /** Brings it to those of whom the fact is true, or to whom it means nothing. @return whether anything waited for it */
    public boolean bring(String message, OrderNumber order, String fact, String value) {
        return bring(message, order.value(), execution -> concerns(execution, fact, value));
    }

    private boolean bring(String message, String businessKey, Predicate<Execution> whom) {
        var waiting = runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .list()
                .stream()
                .filter(whom)
                .toList();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return !waiting.isEmpty();
    }

    private boolean concerns(Execution execution, String fact, String value) {
        var known = runtime.getVariable(execution.getId(), fact);
        return known == null || known.equals(value);
    }
}
