package io.ordertrail.process.path;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** Reads the path of one process instance, whatever it is about. */
@Component
public class InstancePaths {

    /**
     * The path of an instance.
     *
     * @param subject the number of the order or purchase; may be null
     * @param visits its stays at elements in the sequence in which they began
     * @param flows the ids of the flows that it took
     */
    public record InstancePath(String subject, List<Visit> visits, Set<String> flows) {}

    private final HistoryService history;
    private final RepositoryService repository;

    InstancePaths(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * Reads it.
     *
     * @return empty when the history does not know such an instance of the process, or does not know it any more
     */
    public Optional<InstancePath> of(String process, String instance) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .processDefinitionKey(process)
                        .singleResult())
                .map(this::path);
    }

    private InstancePath path(HistoricProcessInstance instance) {
        var visits = Visit.all(history, instance.getId());
        var nodes = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementsByType(FlowNode.class);
        return new InstancePath(instance.getBusinessKey(), visits, new PassedFlows(visits).among(nodes));
    }
}
