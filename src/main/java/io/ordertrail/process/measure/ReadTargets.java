package io.ordertrail.process.measure;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.deadline.StepDeadlines;

/**
 * Reads the targets of a process. What people said for a day comes first, then the property {@code target} in the
 * newest diagram, then the deadline of the step.
 */
@Component
public class ReadTargets {

    private static final String PROPERTY = "target";

    private final TargetBook book;
    private final Deadlines deadlines;
    private final RepositoryService repository;
    private final ReadStepIds readStepIds;

    ReadTargets(TargetBook book, Deadlines deadlines, RepositoryService repository, ReadStepIds readStepIds) {
        this.book = book;
        this.deadlines = deadlines;
        this.repository = repository;
        this.readStepIds = readStepIds;
    }

    /** The targets of the steps, whichever of their ids is asked for. */
    public Targets of(String process) {
        var ids = readStepIds.of(process);
        var said = book.of(process).stream()
                .map(target ->
                        new Target(ids.newest(target.step()), target.from(), target.duration(), target.version()))
                .toList();
        var otherwise = new HashMap<String, Duration>();
        deadlines.ofSteps().forEach((step, duration) -> otherwise.put(ids.newest(step), duration));
        otherwise.putAll(ofDiagram(process));
        return new Targets(said, otherwise, ids::newest);
    }

    private Map<String, Duration> ofDiagram(String process) {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var found = new HashMap<String, Duration>();
        if (newest != null) {
            var model = repository.getBpmnModelInstance(newest.getId());
            elements(model, process)
                    .forEach((step, element) -> target(element).ifPresent(target -> found.put(step, target)));
        }
        return found;
    }

    private static Map<String, BaseElement> elements(BpmnModelInstance model, String process) {
        var elements = new HashMap<String, BaseElement>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> elements.put(node.getId(), node));
        model.getModelElementsByType(Process.class).stream()
                .filter(one -> one.getId().equals(process))
                .forEach(one -> elements.put(Target.WHOLE, one));
        return elements;
    }

    private static Optional<Duration> target(BaseElement element) {
        return element.getExtensionElements() == null
                ? Optional.empty()
                : properties(element)
                        .filter(property -> PROPERTY.equals(property.getCamundaName()))
                        .flatMap(property -> Stream.ofNullable(property.getCamundaValue()))
                        .flatMap(value -> StepDeadlines.duration(value).stream())
                        .findFirst();
    }

    private static Stream<CamundaProperty> properties(BaseElement element) {
        return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream);
    }
}
