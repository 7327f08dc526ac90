package io.ordertrail.process.monitoring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.engine.OrderFulfilment;

/** The state that an order has at a step, by the diagram that its process follows. A diagram never changes. */
@Component
class StepStates {

    private final RepositoryService repository;
    private final Map<String, Optional<OrderState>> known = new ConcurrentHashMap<>();

    StepStates(RepositoryService repository) {
        this.repository = repository;
    }

    /** The state of the step or of the sub-process around it; empty when the diagram leaves the state as it is. */
    Optional<OrderState> of(String definition, String activity) {
        return known.computeIfAbsent(definition + "/" + activity, step -> read(definition, activity));
    }

    private Optional<OrderState> read(String definition, String activity) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(activity);
        while (element instanceof FlowElement step) {
            var state = stateOf(step);
            if (state.isPresent()) {
                return state;
            }
            element = element.getParentElement();
        }
        return Optional.empty();
    }

    private static Optional<OrderState> stateOf(FlowElement step) {
        return Optional.ofNullable(step.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> OrderFulfilment.ORDER_STATE.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(OrderState::valueOf)
                .findFirst();
    }
}
