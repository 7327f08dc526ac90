package io.ordertrail.process.path;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The flows that an order took. The engine records elements and not flows, so each stay is taken to have come from the
 * element before it which the order left last.
 */
final class PassedFlows {

    /** The stays in the sequence in which they began. */
    private final List<Visit> visits;

    PassedFlows(List<Visit> visits) {
        this.visits = visits;
    }

    Set<String> among(Collection<FlowNode> nodes) {
        return nodes.stream()
                .flatMap(node -> IntStream.range(0, visits.size())
                        .filter(at -> visits.get(at).element().equals(node.getId()))
                        .mapToObj(at -> flowInto(node, at))
                        .flatMap(Optional::stream))
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet());
    }

    private Optional<SequenceFlow> flowInto(FlowNode node, int at) {
        return flowsInto(node)
                .filter(flow -> lastLeft(flow, at) >= 0)
                .max(Comparator.comparingInt(flow -> lastLeft(flow, at)));
    }

    /** Read from the flows, because a file need not say at an element what comes in. */
    private static Stream<SequenceFlow> flowsInto(FlowNode node) {
        return node.getParentElement().getChildElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getTarget()));
    }

    /** The place in the sequence of the last stay at the source of the flow that ended before; -1 when there is none. */
    private int lastLeft(SequenceFlow flow, int at) {
        var visit = visits.get(at);
        return IntStream.range(0, at)
                .filter(earlier ->
                        visits.get(earlier).element().equals(flow.getSource().getId()))
                .filter(earlier -> visits.get(earlier).scope().equals(visit.scope()))
                .filter(earlier -> visits.get(earlier).endedBefore(visit))
                .max()
                .orElse(-1);
    }
}
