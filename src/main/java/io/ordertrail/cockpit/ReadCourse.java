package io.ordertrail.cockpit;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.refusal.Sentence;

/** Reads the lists beside the diagram: how a process went day by day, its slowest instances, its commonest paths. */
@Component
class ReadCourse {

    private static final int MOST_INSTANCES = 100;
    private static final int MOST_PATHS = 10;

    record Day(String day, long started, long ended, long open, Heat.Took took) {}

    /** The days, and how smoothly the instances ran that ended in them. */
    record Course(List<Day> days, Heat.Took took, Heat.Took before, ProcessFigures.Smoothness smoothness) {}

    /**
     * An instance that ended, or its stay at one step.
     *
     * @param order the number of the order or purchase
     */
    record Slow(String instance, String order, int version, String from, String until, long duration) {}

    /**
     * A sequence of steps, by their names.
     *
     * @param share of all instances that ended, between 0 and 1
     */
    record Path(List<String> steps, double share, Heat.Took took) {}

    /**
     * A gateway at which instances took several ways.
     *
     * @param name what it asks
     */
    record Gateway(String name, List<Way> ways) {}

    /**
     * A way out of a gateway.
     *
     * @param name of the flow; the name of the step to which it leads when it has none
     * @param share of all that left the gateway, between 0 and 1
     */
    record Way(String name, long passages, double share) {}

    /**
     * What people did at a step, with averages in milliseconds.
     *
     * @param role as the group is called; empty when the diagram names none
     * @param person empty unless the company wants to see persons, and the caller may
     */
    record Work(String step, String role, String person, long tasks, long waited, long worked) {}

    private final ProcessFigures figures;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ShownDiagrams diagrams;
    private final CockpitRights rights;

    ReadCourse(
            ProcessFigures figures,
            RepositoryService repository,
            HistoryService history,
            ShownDiagrams diagrams,
            CockpitRights rights) {
        this.figures = figures;
        this.repository = repository;
        this.history = history;
        this.diagrams = diagrams;
        this.rights = rights;
    }

    Course course(Chosen chosen, Asked asked) {
        return new Course(
                figures.days(asked).stream()
                        .map(day -> new Day(
                                day.day().toString(),
                                day.started(),
                                day.ended(),
                                day.open(),
                                Heat.Took.of(day.durations())))
                        .toList(),
                Heat.Took.of(figures.instances(asked)),
                Heat.Took.of(figures.instances(chosen.before(asked, figures))),
                figures.smoothness(asked));
    }

    List<Slow> slowest(Asked asked) {
        return figures.slowest(asked, MOST_INSTANCES).stream()
                .map(ended -> new Slow(
                        ended.instance(),
                        ended.subject(),
                        ended.version(),
                        ended.from().toString(),
                        ended.until().toString(),
                        ended.duration()))
                .toList();
    }

    /** The longest stays at a step that ended in the period, in one version of the process after the other. */
    List<Slow> slowest(ProcessDefinition definition, Asked asked, String step, ZoneId zone) {
        var from = Date.from(asked.period().first().atStartOfDay(zone).toInstant());
        var ids = diagrams.of(definition).allIds(step);
        var longest = repository.createProcessDefinitionQuery().processDefinitionKey(asked.process()).list().stream()
                .filter(version ->
                        asked.version() == ProcessFigures.ALL_VERSIONS || asked.version() == version.getVersion())
                .flatMap(version -> ids.stream().flatMap(id -> longest(version, id, from).stream()))
                .sorted(Comparator.comparing(HistoricActivityInstance::getDurationInMillis)
                        .reversed())
                .limit(MOST_INSTANCES)
                .toList();
        var orders = orders(longest);
        return longest.stream().map(stay -> slow(stay, orders)).toList();
    }

    private List<HistoricActivityInstance> longest(ProcessDefinition version, String step, Date from) {
        return history.createHistoricActivityInstanceQuery()
                .processDefinitionId(version.getId())
                .activityId(step)
                .finishedAfter(from)
                .orderByHistoricActivityInstanceDuration()
                .desc()
                .listPage(0, MOST_INSTANCES);
    }

    private Map<String, HistoricProcessInstance> orders(List<HistoricActivityInstance> stays) {
        var instances = stays.stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : history.createHistoricProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(HistoricProcessInstance::getId, instance -> instance));
    }

    private static Slow slow(HistoricActivityInstance stay, Map<String, HistoricProcessInstance> orders) {
        var instance = orders.get(stay.getProcessInstanceId());
        return new Slow(
                stay.getProcessInstanceId(),
                instance == null ? null : instance.getBusinessKey(),
                instance == null ? 0 : instance.getProcessDefinitionVersion(),
                stay.getStartTime().toInstant().toString(),
                stay.getEndTime().toInstant().toString(),
                stay.getDurationInMillis());
    }

    List<Path> paths(ProcessDefinition definition, Asked asked) {
        var diagram = diagrams.of(definition);
        var all = figures.instances(asked).count();
        return figures.paths(asked, MOST_PATHS).stream()
                .map(path -> new Path(
                        path.steps().stream().map(diagram::name).toList(),
                        (double) path.durations().count() / all,
                        Heat.Took.of(path.durations())))
                .toList();
    }

    /** The shares of the ways out of each gateway that was passed. */
    List<Gateway> gateways(ProcessDefinition definition, Asked asked) {
        var diagram = diagrams.of(definition);
        var passages = figures.flows(asked);
        return diagram.gateways().stream()
                .map(gateway -> gateway(diagram, gateway, passages))
                .filter(gateway -> gateway.ways().stream().anyMatch(way -> way.passages() > 0))
                .toList();
    }

    private static Gateway gateway(ShownDiagram diagram, FlowNode gateway, Map<String, Long> passages) {
        var counts = gateway.getOutgoing().stream()
                .collect(Collectors.toMap(
                        flow -> flow, flow -> passages.getOrDefault(diagram.newest(flow.getId()), 0L)));
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Gateway(
                diagram.name(gateway.getId()),
                gateway.getOutgoing().stream()
                        .map(flow -> new Way(
                                way(diagram, flow), counts.get(flow), all == 0 ? 0 : (double) counts.get(flow) / all))
                        .toList());
    }

    private static String way(ShownDiagram diagram, SequenceFlow flow) {
        return flow.getName() == null || flow.getName().isBlank()
                ? diagram.name(flow.getTarget().getId())
                : flow.getName().replaceAll("\\s+", " ");
    }

    List<Work> work(ProcessDefinition definition, Asked asked) {
        var diagram = diagrams.of(definition);
        return figures.tasks(asked, rights.seesPersons()).stream()
                .map(tasks -> new Work(
                        diagram.name(tasks.step()),
                        tasks.role().isEmpty() ? "" : Sentence.of("group." + tasks.role()),
                        tasks.person(),
                        tasks.tasks(),
                        tasks.waited() / tasks.tasks(),
                        tasks.worked() / tasks.tasks()))
                .toList();
    }
}
