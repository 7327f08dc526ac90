package io.ordertrail.cockpit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.Durations;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadTargets;
import io.ordertrail.process.measure.Target;
import io.ordertrail.process.measure.Targets;

/** Reads the figures for the diagram of a process: what is past from the summaries, what is open from the engine. */
@Component
class ReadHeat {

    /** New figures come every quarter of a minute; a person who switches between measures asks for the same ones again. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(15);

    private static final int CACHED = 200;

    private record Question(String definition, Asked asked, Asked before) {}

    private final Cache<Question, Heat> answers = Caffeine.newBuilder()
            .maximumSize(CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();

    private final ProcessFigures figures;
    private final OpenNow openNow;
    private final MeasureHistory measureHistory;
    private final ShownDiagrams diagrams;
    private final ReadTargets readTargets;

    ReadHeat(
            ProcessFigures figures,
            OpenNow openNow,
            MeasureHistory measureHistory,
            ShownDiagrams diagrams,
            ReadTargets readTargets) {
        this.figures = figures;
        this.openNow = openNow;
        this.measureHistory = measureHistory;
        this.diagrams = diagrams;
        this.readTargets = readTargets;
    }

    Heat of(ProcessDefinition definition, Chosen chosen, Asked asked) {
        var before = chosen.before(asked, figures);
        return answers.get(
                new Question(definition.getId(), asked, before),
                question -> read(diagrams.of(definition), asked, before));
    }

    private Heat read(ShownDiagram diagram, Asked asked, Asked before) {
        var targets = readTargets.of(asked.process());
        return new Heat(
                asked.process(),
                figures.versions(asked.process()),
                asked.version(),
                measureHistory.until().map(Object::toString).orElse(""),
                days(asked.period()),
                days(before.period()),
                before.version(),
                figures.instances(asked).count(),
                target(targets, asked, Target.WHOLE),
                figures.late(asked, targets),
                steps(diagram, asked, before, targets),
                flows(diagram, asked));
    }

    private List<Heat.Step> steps(ShownDiagram diagram, Asked asked, Asked compared, Targets targets) {
        var steps = figures.steps(asked, targets);
        var now = steps.durations();
        var before = figures.steps(compared);
        var open = openNow.of(asked);
        var tasks = tasks(asked);
        var single = Set.copyOf(diagram.singleSteps());
        var ids = new TreeSet<>(now.keySet());
        ids.addAll(before.keySet());
        ids.addAll(open.keySet());
        return ids.stream()
                .map(id -> step(
                        diagram.id(id),
                        single.contains(diagram.id(id)) ? diagram.name(id) : "",
                        now.getOrDefault(id, Durations.NONE),
                        before.getOrDefault(id, Durations.NONE),
                        open.getOrDefault(id, OpenNow.NOTHING),
                        target(targets, asked, id),
                        steps.late().getOrDefault(id, 0L),
                        tasks.get(id)))
                .toList();
    }

    /** The target that holds on the last day of the period. */
    private static Long target(Targets targets, Asked asked, String step) {
        return targets.on(asked.period().last(), step).map(Duration::toMillis).orElse(null);
    }

    private Map<String, ProcessFigures.Tasks> tasks(Asked asked) {
        return figures.tasks(asked).stream()
                .collect(Collectors.toMap(ProcessFigures.Tasks::step, tasks -> tasks, ProcessFigures.Tasks::plus));
    }

    private static Heat.Step step(
            String id,
            String name,
            Durations now,
            Durations before,
            OpenNow.AtStep open,
            Long target,
            long late,
            ProcessFigures.Tasks tasks) {
        return new Heat.Step(
                id,
                name,
                Heat.Took.of(now),
                Heat.Took.of(before),
                open.instances(),
                open.incidents(),
                target,
                late,
                tasks == null ? null : tasks.waited() / tasks.tasks(),
                tasks == null ? null : tasks.worked() / tasks.tasks());
    }

    private List<Heat.Flow> flows(ShownDiagram diagram, Asked asked) {
        var passages = new HashMap<String, Long>();
        figures.flows(asked).forEach((flow, times) -> passages.merge(diagram.id(flow), times, Long::sum));
        var sources = sources(diagram);
        var left = new HashMap<String, Long>();
        passages.forEach((flow, times) -> left.merge(sources.getOrDefault(flow, flow), times, Long::sum));
        return Stream.concat(sources.keySet().stream(), passages.keySet().stream())
                .distinct()
                .map(flow -> flow(
                        flow, passages.getOrDefault(flow, 0L), left.getOrDefault(sources.getOrDefault(flow, flow), 0L)))
                .toList();
    }

    private static Heat.Flow flow(String id, long passages, long left) {
        return new Heat.Flow(id, passages, left == 0 ? 0 : (double) passages / left);
    }

    /** The element from which each flow of the diagram comes. */
    private static Map<String, String> sources(ShownDiagram diagram) {
        return diagram.flows().stream()
                .collect(Collectors.toMap(
                        SequenceFlow::getId, flow -> flow.getSource().getId()));
    }

    private static Heat.Days days(Period period) {
        return new Heat.Days(period.first().toString(), period.last().toString());
    }
}
