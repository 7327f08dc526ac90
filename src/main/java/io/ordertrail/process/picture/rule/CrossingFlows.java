package io.ordertrail.process.picture.rule;

import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DiagramPage;

/** Where two flows cross, the eye follows the wrong one. */
final class CrossingFlows {

    static Stream<Finding> findings(DiagramPage page) {
        return Pairs.of(FlowSegment.of(page), FlowSegment::crosses)
                .map(pair -> Finding.of(
                        DrawingRule.NO_CROSSING_FLOWS,
                        pair.first().flow(),
                        pair.second().flow()));
    }

    private CrossingFlows() {}
}
