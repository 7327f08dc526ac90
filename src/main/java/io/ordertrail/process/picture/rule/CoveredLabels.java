package io.ordertrail.process.picture.rule;

import java.util.List;
import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.Drawn;

/** A name is covered by a node, by another name, or by a flow that runs through it. */
final class CoveredLabels {

    private static final double TOLERATED = 6;

    static Stream<Finding> findings(DiagramPage page) {
        var labels = PlacedLabel.on(page);
        return Stream.of(byNodes(labels, page), byLabels(labels), byFlows(labels, page))
                .flatMap(found -> found);
    }

    private static Stream<Finding> byNodes(List<PlacedLabel> labels, DiagramPage page) {
        return labels.stream()
                .filter(PlacedLabel::standsOutside)
                .flatMap(label -> page.nodes().stream()
                        .filter(node -> node != label.of()
                                && !node.isOpen()
                                && label.box().overlaps(node.box(), TOLERATED))
                        .map(node -> covered(label, node)));
    }

    private static Stream<Finding> byLabels(List<PlacedLabel> labels) {
        return Pairs.of(labels, PlacedLabel::overlaps)
                .map(pair -> covered(pair.first(), pair.second().of()));
    }

    private static Stream<Finding> byFlows(List<PlacedLabel> labels, DiagramPage page) {
        var segments = FlowSegment.of(page);
        return labels.stream()
                .flatMap(label -> segments.stream()
                        .filter(segment -> segment.flow() != label.of() && segment.runsThrough(label.box()))
                        .map(segment -> covered(label, segment.flow())));
    }

    private static Finding covered(PlacedLabel label, Drawn by) {
        return Finding.of(DrawingRule.NO_COVERED_LABEL, label.of(), by);
    }

    private CoveredLabels() {}
}
