package io.ordertrail.process.picture.rule;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.DrawnShape;

/** A flow that runs through a node looks as if it ended there. */
final class FlowsThroughNodes {

    static Stream<Finding> findings(DiagramPage page) {
        var segments = FlowSegment.of(page);
        return page.nodes().stream()
                .filter(node -> !node.isOpen() && !node.is(BoundaryEvent.class))
                .flatMap(node -> segments.stream()
                        .filter(segment -> passesBy(segment, node) && segment.runsThrough(node.box()))
                        .map(segment -> Finding.of(DrawingRule.NO_FLOW_THROUGH_A_NODE, segment.flow(), node)));
    }

    private static boolean passesBy(FlowSegment segment, DrawnShape node) {
        var flow = (SequenceFlow) segment.flow().element();
        return !node.element().equals(flow.getTarget())
                && !node.element().equals(origin(flow.getSource()))
                && !node.element().equals(flow.getSource());
    }

    /** An event on the edge of a step leaves through that step. */
    private static FlowNode origin(FlowNode source) {
        return source instanceof BoundaryEvent event ? event.getAttachedTo() : source;
    }

    private FlowsThroughNodes() {}
}
