package io.ordertrail.cockpit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.measure.Durations;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Reads the figures for the diagram of a process: what is past from the summaries, what is open from the engine. */
@Component
class ReadHeat {

    /** New figures come every quarter of a minute; whoever switches between measures asks for the same ones again. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(15);

    private static final int CACHED = 200;

    private record Question(String definition, Asked asked) {}

    private final Cache<Question, Heat> answers = Caffeine.newBuilder()
            .maximumSize(CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();

    private final ProcessFigures figures;
    private final OpenNow openNow;
    private final MeasureHistory measureHistory;
    private final ShownDiagrams diagrams;
    private final Deadlines deadlines;

    ReadHeat(
            ProcessFigures figures,
            OpenNow openNow,
            MeasureHistory measureHistory,
            ShownDiagrams diagrams,
            Deadlines deadlines) {
        this.figures = figures;
        this.openNow = openNow;
        this.measureHistory = measureHistory;
        this.diagrams = diagrams;
        this.deadlines = deadlines;
    }

    Heat of(ProcessDefinition definition, Asked asked) {
        return answers.get(new Question(definition.getId(), asked), question -> read(diagrams.of(definition), asked));
    }

    private Heat read(ShownDiagram diagram, Asked asked) {
        return new Heat(
                asked.process(),
                figures.versions(asked.process()),
                asked.version(),
                measureHistory.until().map(Object::toString).orElse(""),
                days(asked.period()),
                days(asked.period().before()),
                figures.instances(asked).count(),
                steps(diagram, asked),
                flows(diagram, asked));
    }

    private List<Heat.Step> steps(ShownDiagram diagram, Asked asked) {
        var now = figures.steps(asked);
        var before = figures.steps(asked.before());
        var open = openNow.of(asked);
        var targets = deadlines.ofSteps();
        var tasks = tasks(asked);
        var ids = new TreeSet<>(now.keySet());
        ids.addAll(before.keySet());
        ids.addAll(open.keySet());
        return ids.stream()
                .map(id -> step(
                        diagram.id(id),
                        now.getOrDefault(id, Durations.NONE),
                        before.getOrDefault(id, Durations.NONE),
                        open.getOrDefault(id, OpenNow.NOTHING),
                        targets.get(id),
                        tasks.get(id)))
                .toList();
    }

    private Map<String, ProcessFigures.Tasks> tasks(Asked asked) {
        return figures.tasks(asked).stream()
                .collect(Collectors.toMap(ProcessFigures.Tasks::step, tasks -> tasks, ProcessFigures.Tasks::plus));
    }

    private static Heat.Step step(
            String id,
            Durations now,
            Durations before,
            OpenNow.AtStep open,
            Duration target,
            ProcessFigures.Tasks tasks) {
        return new Heat.Step(
                id,
                Heat.Took.of(now),
                Heat.Took.of(before),
                open.instances(),
                open.incidents(),
                target == null ? null : target.toMillis(),
                target == null ? 0 : now.above(target.toMillis()),
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
