package io.ordertrail.process.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;

/** Reads the incidents that are open. */
@Component
public class OpenIncidents {

    /** More than a person looks at; the count is exact all the same. */
    private static final int MOST = 500;

    private final RuntimeService runtime;
    private final RepositoryService repository;

    OpenIncidents(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    public long count() {
        return runtime.createIncidentQuery().count();
    }

    /** The newest first. An incident of a parcel is told once, with its order. */
    public List<OpenIncident> all() {
        var open = runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, MOST).stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .toList();
        var subjects =
                subjects(open.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet()));
        return open.stream().map(incident -> incident(incident, subjects)).toList();
    }

    public List<OpenIncident> of(OrderNumber order) {
        return count() == 0
                ? List.of()
                : all().stream()
                        .filter(incident -> incident.subject().equals(order.value()))
                        .toList();
    }

    /** The orders that have an open incident. */
    public Set<String> orders() {
        return count() == 0
                ? Set.of()
                : all().stream()
                        .filter(OpenIncident::isOrder)
                        .map(OpenIncident::subject)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, String> subjects(Set<String> instances) {
        var subjects = new HashMap<String, String>();
        if (!instances.isEmpty()) {
            runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .forEach((ProcessInstance instance) ->
                            subjects.put(instance.getProcessInstanceId(), instance.getBusinessKey()));
        }
        return subjects;
    }

    private OpenIncident incident(Incident incident, Map<String, String> subjects) {
        var subject = subjects.getOrDefault(incident.getProcessInstanceId(), "");
        var isJob = Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType());
        return new OpenIncident(
                incident.getActivityId(),
                name(incident),
                subject,
                OrderNumber.of(subject).isPresent(),
                incident.getIncidentTimestamp().toInstant(),
                incident.getConfiguration(),
                isJob ? incident.getConfiguration() : null);
    }

    private String name(Incident incident) {
        if (incident.getProcessDefinitionId() == null) {
            return incident.getActivityId();
        }
        var step = repository
                .getBpmnModelInstance(incident.getProcessDefinitionId())
                .<FlowElement>getModelElementById(incident.getActivityId());
        return step == null || step.getName() == null
                ? incident.getActivityId()
                : step.getName().replaceAll("\\s+", " ");
    }
}
