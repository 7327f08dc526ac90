package io.ordertrail.process.difference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/**
 * Finds the steps that go on under another id in a later diagram: editors give a step a new id when somebody draws it
 * again. A step goes on when exactly one new step of its kind has its name, or does its work, or as a gateway stands
 * between the same steps.
 */
public final class SameSteps {

    /** The attributes that say what a step does. */
    private static final List<String> WORK = List.of(
            "delegateExpression", "class", "expression", "formRef", "formKey", "decisionRef", "calledElement", "topic");

    private final Steps former;
    private final Steps later;
    private final Map<String, String> same = new TreeMap<>();

    private SameSteps(Steps former, Steps later) {
        this.former = former;
        this.later = later;
    }

    /**
     * Finds the steps and flows that go on under another id.
     *
     * @param before a diagram
     * @param after a later version of it
     * @return the later ids by the former ones
     */
    public static Map<String, String> between(byte[] before, byte[] after) {
        return diagram(before)
                .flatMap(former -> diagram(after).map(later -> between(former, later)))
                .orElse(Map.of());
    }

    private static Optional<Diagram> diagram(byte[] content) {
        return ProcessFiles.of(Map.of("diagram.bpmn", content)).diagrams().stream()
                .findFirst();
    }

    private static Map<String, String> between(Diagram before, Diagram after) {
        var former = Steps.of(before);
        var later = Steps.of(after);
        var same = in(former, later);
        var renewed = former.under(same);
        var flows = unique(flows(before), flow -> ends(renewed, flow));
        var laterFlows = unique(flows(after), flow -> ends(later, flow));
        var all = new TreeMap<>(same);
        flows.forEach((ends, flow) -> Optional.ofNullable(laterFlows.get(ends))
                .filter(next -> !next.getId().equals(flow.getId()))
                .ifPresent(next -> all.put(flow.getId(), next.getId())));
        return all;
    }

    /** The later ids of steps by the former ones. */
    static Map<String, String> in(Steps former, Steps later) {
        var steps = new SameSteps(former, later);
        steps.pair(SameSteps::name);
        steps.pair(SameSteps::work);
        steps.pair(SameSteps::place);
        return steps.same;
    }

    private void pair(BiFunction<Steps, FlowNode, String> sign) {
        var known = former.under(Map.copyOf(same));
        var gone = unique(goneFrom(known, later), node -> sign.apply(known, node));
        var come = unique(goneFrom(later, known), node -> sign.apply(later, node));
        gone.forEach((told, node) -> {
            if (come.containsKey(told)) {
                same.put(node.getId(), come.get(told).getId());
            }
        });
    }

    private static Collection<FlowNode> goneFrom(Steps steps, Steps others) {
        return steps.nodes().entrySet().stream()
                .filter(node -> !others.nodes().containsKey(node.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those that no other one resembles, by what is told of them. */
    private static <T> Map<String, T> unique(Collection<T> all, Function<T, String> told) {
        var byTold = all.stream().filter(one -> told.apply(one) != null).collect(Collectors.groupingBy(told));
        return byTold.entrySet().stream()
                .filter(one -> one.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().get(0)));
    }

    private static String name(Steps steps, FlowNode node) {
        return node.getName() == null || node.getName().isBlank() ? null : kind(node) + " " + Steps.name(node);
    }

    private static String work(Steps steps, FlowNode node) {
        var settings = steps.settings(steps.id(node));
        settings.keySet().retainAll(WORK);
        return settings.isEmpty() ? null : kind(node) + " " + settings;
    }

    private static String place(Steps steps, FlowNode node) {
        var id = steps.id(node);
        return node instanceof Gateway
                ? kind(node) + " "
                        + steps.allBefore(id).sorted().toList()
                        + steps.after(id).sorted().toList()
                : null;
    }

    private static String kind(FlowNode node) {
        return node.getElementType().getTypeName();
    }

    private static Collection<SequenceFlow> flows(Diagram diagram) {
        return diagram.all(SequenceFlow.class)
                .filter(flow -> flow.getId() != null && flow.getSource() != null && flow.getTarget() != null)
                .toList();
    }

    private static String ends(Steps steps, SequenceFlow flow) {
        return steps.id(flow.getSource()) + " " + steps.id(flow.getTarget());
    }
}
