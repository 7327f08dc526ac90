package io.ordertrail.process.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.file.ProcessFiles.Diagram;

/** Flows between steps that both diagrams have, by the steps that they join: an editor gives redrawn flows new ids. */
final class Flows {

    private record Ends(String from, String to) {}

    private static final String NONE = "–";

    private final Steps former;
    private final Steps later;

    Flows(Steps former, Steps later) {
        this.former = former;
        this.later = later;
    }

    Stream<Difference> between(Diagram before, Diagram after) {
        var old = conditions(before, former);
        var now = conditions(after, later);
        var added = now.keySet().stream()
                .filter(ends -> !old.containsKey(ends) && inBoth(ends) && !bypasses(ends, former, later))
                .map(ends -> Difference.of("flow.added", name(ends.from()), name(ends.to())));
        var removed = old.keySet().stream()
                .filter(ends -> !now.containsKey(ends) && inBoth(ends) && !bypasses(ends, later, former))
                .map(ends -> Difference.of("flow.removed", name(ends.from()), name(ends.to())));
        var changed = now.keySet().stream()
                .filter(old::containsKey)
                .flatMap(ends -> Difference.unless(
                        old.get(ends).equals(now.get(ends)),
                        "condition",
                        name(ends.from()),
                        name(ends.to()),
                        old.get(ends),
                        now.get(ends)));
        return Stream.of(added, removed, changed).flatMap(one -> one);
    }

    private boolean inBoth(Ends ends) {
        return Stream.of(ends.from(), ends.to())
                .allMatch(id -> former.nodes().containsKey(id) && later.nodes().containsKey(id));
    }

    /** A flow that went because a step came between its ends is no news. */
    private static boolean bypasses(Ends ends, Steps with, Steps without) {
        return with.after(ends.from()).anyMatch(next -> !without.nodes().containsKey(next));
    }

    private String name(String id) {
        return Steps.name(later.nodes().get(id));
    }

    private static Map<Ends, String> conditions(Diagram diagram, Steps steps) {
        var conditions = new LinkedHashMap<Ends, String>();
        diagram.all(SequenceFlow.class)
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .forEach(flow -> conditions.merge(
                        new Ends(steps.id(flow.getSource()), steps.id(flow.getTarget())),
                        condition(flow),
                        (some, more) -> some + ", " + more));
        return conditions;
    }

    private static String condition(SequenceFlow flow) {
        return Optional.ofNullable(flow.getConditionExpression())
                .map(ConditionExpression::getTextContent)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(NONE);
    }
}
