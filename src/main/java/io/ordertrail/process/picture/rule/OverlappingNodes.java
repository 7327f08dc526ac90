package io.ordertrail.process.picture.rule;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;

import io.ordertrail.process.picture.page.DiagramPage;

/** Nodes do not overlap; only events are drawn on the edge of a step, and steps inside an open sub-process. */
final class OverlappingNodes {

    private static final double TOLERATED = 1;

    static Stream<Finding> findings(DiagramPage page) {
        var nodes = page.nodes().stream()
                .filter(node -> !node.isOpen() && !node.is(BoundaryEvent.class))
                .toList();
        return Pairs.of(nodes, (first, second) -> first.box().overlaps(second.box(), TOLERATED))
                .map(pair -> Finding.of(DrawingRule.NO_OVERLAPPING_NODES, pair.first(), pair.second()));
    }

    private OverlappingNodes() {}
}
