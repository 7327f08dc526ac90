package io.ordertrail.cockpit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.Durations;
import io.ordertrail.process.measure.Period;

/** Reads which steps failed in a period, how often the same order failed there, and how long the repair took. */
@Component
class ReadRepairs {

    /** More than a company has in a year; the engine keeps a row for each incident. */
    private static final int MOST = 10_000;

    /**
     * The incidents of a step.
     *
     * @param again how many instances failed at it more than once
     * @param repair from the incident to its end, of those that have ended
     */
    record Repairs(String step, long incidents, long again, Heat.Took repair) {}

    private final HistoryService history;
    private final ShownDiagrams diagrams;

    ReadRepairs(HistoryService history, ShownDiagrams diagrams) {
        this.history = history;
        this.diagrams = diagrams;
    }

    /** The step that failed most often comes first. */
    List<Repairs> of(ProcessDefinition definition, Period period, ZoneId zone) {
        var diagram = diagrams.of(definition);
        var byStep = history
                .createHistoricIncidentQuery()
                .processDefinitionKeyIn(definition.getKey())
                .createTimeAfter(start(period.first(), zone))
                .createTimeBefore(start(period.last().plusDays(1), zone))
                .listPage(0, MOST)
                .stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .filter(incident -> incident.getActivityId() != null)
                .collect(Collectors.groupingBy(incident -> diagram.newest(incident.getActivityId())));
        return byStep.entrySet().stream()
                .map(step -> repairs(diagram.name(step.getKey()), step.getValue()))
                .sorted(Comparator.comparing(Repairs::incidents).reversed())
                .toList();
    }

    private static Date start(LocalDate day, ZoneId zone) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }

    private static Repairs repairs(String step, List<HistoricIncident> incidents) {
        var byInstance = incidents.stream()
                .collect(Collectors.groupingBy(HistoricIncident::getProcessInstanceId, Collectors.counting()));
        var ended = incidents.stream()
                .filter(incident -> incident.getEndTime() != null)
                .map(incident -> new Durations.Counted(
                        incident.getEndTime().getTime()
                                - incident.getCreateTime().getTime(),
                        1))
                .toList();
        return new Repairs(
                step,
                incidents.size(),
                byInstance.values().stream().filter(times -> times > 1).count(),
                Heat.Took.of(new Durations(ended)));
    }
}
