package io.ordertrail.cockpit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

import io.ordertrail.process.measure.StepIds;

/** The diagram on the page. Figures have the ids of the newest version, which need not be the one that is shown. */
record ShownDiagram(BpmnModelInstance model, StepIds ids) {

    /** The id that a step or flow of the newest version has on this diagram. */
    String id(String newest) {
        return ids.in(this::has, newest);
    }

    /** The name of a step, or its id when the diagram does not have it. */
    String name(String step) {
        return Optional.ofNullable(model.<FlowElement>getModelElementById(id(step)))
                .map(FlowElement::getName)
                .map(name -> name.replaceAll("\\s+", " "))
                .orElse(step);
    }

    boolean has(String step) {
        return model.getModelElementById(step) != null;
    }

    /** The ids of tasks and sub-processes. */
    List<String> activities() {
        return model.getModelElementsByType(Activity.class).stream()
                .map(Activity::getId)
                .toList();
    }

    /** The ids of tasks and of steps that call another process, and not of the sub-processes in which they lie. */
    List<String> singleSteps() {
        return model.getModelElementsByType(Activity.class).stream()
                .filter(activity -> !(activity instanceof SubProcess))
                .map(Activity::getId)
                .toList();
    }

    /** The gateways with several ways out. */
    List<Gateway> gateways() {
        return model.getModelElementsByType(Gateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    /** The ids of the events at which its instances end; those of other sub-processes end a part alone. */
    List<String> ends() {
        return model.getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process
                        || end.getParentElement() instanceof SubProcess part && part.triggeredByEvent())
                .map(EndEvent::getId)
                .toList();
    }

    String newest(String step) {
        return ids.newest(step);
    }

    /** All ids that a step has in the versions. */
    Set<String> allIds(String step) {
        return ids.all(step);
    }

    Collection<SequenceFlow> flows() {
        return model.getModelElementsByType(SequenceFlow.class);
    }
}
