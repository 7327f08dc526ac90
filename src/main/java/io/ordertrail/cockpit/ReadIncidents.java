package io.ordertrail.cockpit;

import java.time.ZoneId;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.incident.OpenIncident;
import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.process.incident.RetrySteps;
import io.ordertrail.process.measure.Period;

/** Reads the open incidents of a process by the numbers of its orders, and has all of a step tried again. */
@Component
class ReadIncidents {

    /**
     * @param past the incidents of the period by step, those that are still open among them
     */
    record Incidents(List<Incident> open, boolean mayRetry, List<ReadRepairs.Repairs> past) {}

    record Incident(String step, String name, String order, String since, boolean failedCheck) {}

    private final OpenIncidents incidents;
    private final RetrySteps retrySteps;
    private final RepositoryService repository;
    private final ReadRepairs readRepairs;
    private final CockpitRights rights;

    ReadIncidents(
            OpenIncidents incidents,
            RetrySteps retrySteps,
            RepositoryService repository,
            ReadRepairs readRepairs,
            CockpitRights rights) {
        this.incidents = incidents;
        this.retrySteps = retrySteps;
        this.repository = repository;
        this.readRepairs = readRepairs;
        this.rights = rights;
    }

    Incidents of(ProcessDefinition definition, Period period, ZoneId zone) {
        var model = repository.getBpmnModelInstance(definition.getId());
        return new Incidents(
                incidents.all().stream()
                        .filter(incident ->
                                incident.step() != null && model.getModelElementById(incident.step()) != null)
                        .map(ReadIncidents::incident)
                        .toList(),
                rights.mayRetry(definition.getKey()),
                readRepairs.of(definition, period, zone));
    }

    int retry(ProcessDefinition definition, String step) {
        rights.checkRetry(definition.getKey());
        return retrySteps.retry(step);
    }

    private static Incident incident(OpenIncident incident) {
        return new Incident(
                incident.step(),
                incident.stepName(),
                incident.subject(),
                incident.since().toString(),
                incident.isFailedCheck());
    }
}
