package io.ordertrail.cockpit;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadStepIds;

/** How many instances are at each step now, and how many of them have failed there. */
@Component
class OpenNow {

    record AtStep(long instances, long incidents) {

        AtStep plus(AtStep more) {
            return new AtStep(instances + more.instances, incidents + more.incidents);
        }
    }

    static final AtStep NOTHING = new AtStep(0, 0);

    private static final String ALL_RUNS = "#multiInstanceBody";

    private final RepositoryService repository;
    private final ManagementService management;
    private final ReadStepIds readStepIds;

    OpenNow(RepositoryService repository, ManagementService management, ReadStepIds readStepIds) {
        this.repository = repository;
        this.management = management;
        this.readStepIds = readStepIds;
    }

    Map<String, AtStep> of(Asked asked) {
        var ids = readStepIds.of(asked.process());
        var open = new HashMap<String, AtStep>();
        repository.createProcessDefinitionQuery().processDefinitionKey(asked.process()).list().stream()
                .filter(definition ->
                        asked.version() == ProcessFigures.ALL_VERSIONS || asked.version() == definition.getVersion())
                .map(this::of)
                .forEach(steps -> steps.forEach((id, step) -> open.merge(ids.newest(id), step, AtStep::plus)));
        return open;
    }

    private Map<String, AtStep> of(ProcessDefinition definition) {
        var open = new HashMap<String, AtStep>();
        management.createActivityStatisticsQuery(definition.getId()).includeIncidents().list().stream()
                .filter(step -> !step.getId().endsWith(ALL_RUNS))
                .forEach(step -> open.put(
                        step.getId(),
                        new AtStep(
                                step.getInstances(),
                                step.getIncidentStatistics().stream()
                                        .mapToLong(IncidentStatistics::getIncidentCount)
                                        .sum())));
        return open;
    }
}
