package io.ordertrail.process.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.GivenState;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A step gives the order a state that does not exist, an end leaves the order open, or a state is given nowhere. */
final class OrderStates implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().isEmpty()
                ? Stream.empty()
                : Stream.of(
                                files.diagrams().stream().flatMap(OrderStates::wrong),
                                files.diagrams().stream().flatMap(OrderStates::open),
                                files.diagrams().stream().flatMap(OrderStates::start),
                                missing(files))
                        .flatMap(found -> found);
    }

    private static Stream<ProcessFinding> wrong(Diagram diagram) {
        return diagram.all(FlowNode.class)
                .flatMap(node -> Elements.properties(node).stream().flatMap(property -> {
                    var name = String.valueOf(property.getCamundaName());
                    if (!OrderFulfilment.ORDER_STATE.equals(name)) {
                        return isMisspelt(name)
                                ? Stream.of(ProcessFinding.refuse(diagram.file(), node.getId(), "state.property", name))
                                : Stream.empty();
                    }
                    return GivenState.named(property.getCamundaValue()).isPresent()
                            ? Stream.empty()
                            : Stream.of(ProcessFinding.refuse(
                                    diagram.file(),
                                    node.getId(),
                                    "state.unknown",
                                    String.valueOf(property.getCamundaValue()),
                                    Words.list(all())));
                }));
    }

    /** Other properties are the owner's own. */
    private static boolean isMisspelt(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").matches("orders?tat.*|.*state");
    }

    /** Where the process of an order ends, the order has ended. */
    private static Stream<ProcessFinding> open(Diagram diagram) {
        return diagram.all(EndEvent.class)
                .filter(OrderStates::endsTheOrder)
                .filter(end -> GivenState.of(end).filter(OrderState::ended).isEmpty())
                .map(end -> ProcessFinding.refuse(
                        diagram.file(), end.getId(), "state.open-end", Elements.name(end), Words.list(ended())));
    }

    private static boolean endsTheOrder(EndEvent end) {
        if (end.getParentElement() instanceof SubProcess outer && !outer.triggeredByEvent()) {
            return false;
        }
        var process =
                end.getParentElement() instanceof SubProcess outer ? outer.getParentElement() : end.getParentElement();
        return process instanceof Process drawn && OrderFulfilment.PROCESS.equals(drawn.getId());
    }

    private static Stream<ProcessFinding> start(Diagram diagram) {
        return diagram.processes()
                .filter(process -> OrderFulfilment.PROCESS.equals(process.getId()))
                .flatMap(process -> process.getChildElementsByType(StartEvent.class).stream())
                .filter(start ->
                        GivenState.of(start).filter(OrderState.ENTERED::equals).isEmpty())
                .map(start -> ProcessFinding.refuse(
                        diagram.file(), start.getId(), "state.start", Elements.name(start), OrderState.ENTERED.name()));
    }

    private static Stream<ProcessFinding> missing(ProcessFiles files) {
        Set<OrderState> given = files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class))
                .flatMap(node -> GivenState.of(node).stream())
                .collect(Collectors.toSet());
        return Arrays.stream(OrderState.values())
                .filter(state -> !given.contains(state))
                .map(state ->
                        ProcessFinding.refuse(files.diagrams().get(0).file(), null, "state.missing", state.name()));
    }

    private static Set<String> all() {
        return Arrays.stream(OrderState.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ended() {
        return Arrays.stream(OrderState.values())
                .filter(OrderState::ended)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
