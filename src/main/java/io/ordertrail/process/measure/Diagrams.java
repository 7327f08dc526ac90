package io.ordertrail.process.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The flows of the diagrams that one span meets, each diagram read once. Elements need not name the flows that lead to
 * them, so the flows themselves are read.
 */
final class Diagrams {

    private final RepositoryService repository;
    private final Map<String, Map<String, Map<String, String>>> read = new HashMap<>();
    private final Map<String, Set<String>> ways = new HashMap<>();

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The ids of the flows into an element, by the ids of the elements from which they come. */
    Map<String, String> flowsInto(String definition, String element) {
        return read.computeIfAbsent(definition, this::read).getOrDefault(element, Map.of());
    }

    /** Tells whether a flow is one of several out of a gateway. */
    boolean isWay(String definition, String flow) {
        return ways.computeIfAbsent(definition, this::readWays).contains(flow);
    }

    private Set<String> readWays(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() instanceof Gateway)
                .collect(Collectors.groupingBy(flow -> flow.getSource().getId()))
                .values()
                .stream()
                .filter(flows -> flows.size() > 1)
                .flatMap(flows -> flows.stream().map(SequenceFlow::getId))
                .collect(Collectors.toSet());
    }

    private Map<String, Map<String, String>> read(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(
                        flow -> flow.getTarget().getId(),
                        Collectors.toMap(flow -> flow.getSource().getId(), SequenceFlow::getId, (one, two) -> one)));
    }
}
