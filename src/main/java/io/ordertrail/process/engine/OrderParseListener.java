package io.ordertrail.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.refusal.Sentence;

/**
 * Adds to every element, when the engine parses a diagram, what holds for all diagrams: an element with an
 * {@code orderState} moves the order, a timer that fires is recorded in the timeline of the order, a completed task is
 * validated against its form.
 */
@Component
class OrderParseListener extends AbstractBpmnParseListener {

    private static final String BOUNDARY_TIMER = "boundaryTimer";
    private static final Set<String> PROCESSES =
            Set.of(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL, ReplenishStock.PROCESS);
    private static final Set<String> IMPORTS = Set.of(ImportOrders.PROCESS, ImportOrders.UNDO, ImportOrders.PAST_ORDER);

    private final OrderStateListener stateListener;
    private final FormValidation formValidation;

    OrderParseListener(OrderStateListener stateListener, FormValidation formValidation) {
        this.stateListener = stateListener;
        this.formValidation = formValidation;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        if (isDeployedByPerson() && !PROCESSES.contains(definition.getKey())) {
            throw new BpmnParseException(
                    Sentence.of("diagram.foreign", definition.getKey(), String.join(", ", new TreeSet<>(PROCESSES))),
                    process);
        }
        if (OrderFulfilment.PARCEL.equals(definition.getKey())) {
            definition.getInitial().addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    stateListener::parcelStarted);
        }
        if (PROCESSES.contains(definition.getKey()) || IMPORTS.contains(definition.getKey())) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    stateListener::ended); // a deletion may skip all other listeners
        }
        descendants(process).stream()
                .filter(element -> element.attribute("id") != null)
                .forEach(element -> {
                    var activity = definition.findActivity(element.attribute("id"));
                    if (activity != null) {
                        apply(element, activity, activity == definition.getInitial());
                    }
                });
    }

    /** A process of another name would never be started, and nothing would say so. */
    private static boolean isDeployedByPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }

    private void apply(Element element, ActivityImpl activity, boolean first) {
        if (BOUNDARY_TIMER.equals(activity.getProperty("type"))) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) stateListener::timerFired);
        }
        orderState(element)
                .forEach(state -> activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> moved(execution, state, first)));
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            task.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_CREATE, formValidation::begin);
            task.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_COMPLETE, formValidation::complete);
        }
    }

    private void moved(DelegateExecution execution, OrderState state, boolean first) {
        if (first) {
            stateListener.begin(execution, state);
        } else {
            stateListener.enter(execution, state);
        }
    }

    private static List<OrderState> orderState(Element element) {
        return element.elements().stream()
                .filter(child -> child.getTagName().equals("extensionElements"))
                .flatMap(extensions -> descendants(extensions).stream())
                .filter(property -> OrderFulfilment.ORDER_STATE.equals(property.attribute("name")))
                .map(property -> OrderState.valueOf(property.attribute("value")))
                .toList();
    }

    private static List<Element> descendants(Element element) {
        var all = new ArrayList<Element>();
        element.elements().forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }
}
