package io.ordertrail.process.picture.rule;

import java.util.List;

import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.DrawnEdge;
import io.ordertrail.process.picture.page.Segment;

/** A straight part of a sequence flow, and whose it is. */
record FlowSegment(DrawnEdge flow, Segment segment) {

    /** A flow that runs along the very edge of a box does not run through it. */
    private static final double EDGE = 3.01;

    static List<FlowSegment> of(DiagramPage page) {
        return page.edges().stream()
                .filter(flow -> flow.is(SequenceFlow.class))
                .flatMap(flow -> flow.segments().stream().map(segment -> new FlowSegment(flow, segment)))
                .toList();
    }

    boolean crosses(FlowSegment other) {
        return flow != other.flow && segment.crosses(other.segment);
    }

    boolean runsThrough(Box box) {
        var inside = box.inset(EDGE);
        return inside.width() > 0 && inside.height() > 0 && inside.isMetBy(segment);
    }
}
