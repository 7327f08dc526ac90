package io.ordertrail.cockpit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

import io.ordertrail.process.delay.LongestStays;
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
     * @param ended of the instances that ended: how many took this way
     * @param ends the end events that they reached, the most frequent first
     */
    record Way(String name, long passages, double share, long ended, List<End> ends) {}

    /**
     * An end that instances reached.
     *
     * @param name of the end event; empty for those that reached none
     * @param share of those that took the way and ended, between 0 and 1
     */
    record End(String name, long instances, double share) {}

    /**
     * What people did at a step, with averages in milliseconds.
     *
     * @param role as the group is called; empty when the diagram names none
     * @param person empty unless the company wants to see persons, and the caller may
     */
    record Work(String step, String role, String person, long tasks, long waited, long worked) {}

    private final ProcessFigures figures;
    private final LongestStays longestStays;
    private final ShownDiagrams diagrams;
    private final CockpitRights rights;

    ReadCourse(ProcessFigures figures, LongestStays longestStays, ShownDiagrams diagrams, CockpitRights rights) {
        this.figures = figures;
        this.longestStays = longestStays;
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

    /** The longest stays at a step that ended in the period. */
    List<Slow> slowest(Asked asked, String step) {
        return longestStays.at(asked, step, MOST_INSTANCES).stream()
                .map(stay -> new Slow(
                        stay.instance(),
                        stay.subject(),
                        stay.version(),
                        stay.from().toString(),
                        stay.until().toString(),
                        stay.duration()))
                .toList();
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

    /** The shares of the ways out of each gateway that was passed, and how the instances ended that took them. */
    List<Gateway> gateways(ProcessDefinition definition, Asked asked) {
        var diagram = diagrams.of(definition);
        var passages = figures.flows(asked);
        var ends = figures.ends(asked);
        return diagram.gateways().stream()
                .map(gateway -> gateway(diagram, gateway, passages, ends))
                .filter(gateway -> gateway.ways().stream().anyMatch(way -> way.passages() > 0))
                .toList();
    }

    private static Gateway gateway(
            ShownDiagram diagram, FlowNode gateway, Map<String, Long> passages, Map<String, Map<String, Long>> ends) {
        var counts = gateway.getOutgoing().stream()
                .collect(Collectors.toMap(
                        flow -> flow, flow -> passages.getOrDefault(diagram.newest(flow.getId()), 0L)));
        var all = total(counts.values());
        return new Gateway(
                diagram.name(gateway.getId()),
                gateway.getOutgoing().stream()
                        .map(flow -> way(
                                diagram,
                                flow,
                                counts.get(flow),
                                all,
                                ends.getOrDefault(diagram.newest(flow.getId()), Map.of())))
                        .toList());
    }

    private static Way way(ShownDiagram diagram, SequenceFlow flow, long passages, long all, Map<String, Long> ends) {
        var ended = total(ends.values());
        return new Way(
                way(diagram, flow),
                passages,
                all == 0 ? 0 : (double) passages / all,
                ended,
                ends.entrySet().stream()
                        .map(end -> new End(
                                end.getKey().isEmpty() ? "" : diagram.name(end.getKey()),
                                end.getValue(),
                                (double) end.getValue() / ended))
                        .sorted(Comparator.comparing(End::instances).reversed().thenComparing(End::name))
                        .toList());
    }

    private static long total(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
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
