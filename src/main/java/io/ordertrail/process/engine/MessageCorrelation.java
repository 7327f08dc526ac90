package io.ordertrail.process.engine;

import java.util.function.Predicate;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/**
 * Correlates a message with the executions of an order that wait for it: its own process instance and those of its
 * parcels. The caller holds the lock of the order, so that no execution disappears meanwhile.
 */
@Component
public class MessageCorrelation {

    private final RuntimeService runtime;

    MessageCorrelation(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Tells whether any execution waited for the message. */
    public boolean correlate(String message, OrderNumber order) {
        return correlate(message, order.value());
    }

    public boolean correlate(String message, String businessKey) {
        return correlate(message, businessKey, execution -> true);
    }

    /**
     * Correlates the message with the executions of one parcel.
     *
     * @param parcel its number
     *
     * @return whether any execution waited for it
     */
    public boolean correlate(String message, OrderNumber order, String parcel) {
        return correlate(
                message,
                order.value(),
                execution -> parcel.equals(runtime.getVariable(execution.getId(), Variable.PARCEL)));
    }

    private boolean correlate(String message, String businessKey, Predicate<Execution> recipients) {
        var waiting = runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .list()
                .stream()
                .filter(recipients)
                .toList();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return !waiting.isEmpty();
    }
}
