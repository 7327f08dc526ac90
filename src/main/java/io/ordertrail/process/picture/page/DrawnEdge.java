package io.ordertrail.process.picture.page;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;

/** An element that is a line of a page: a flow, or the association of a note. */
public record DrawnEdge(BpmnEdge edge, List<Point> points) implements Drawn {

    static DrawnEdge of(BpmnEdge edge) {
        return new DrawnEdge(
                edge,
                edge.getWaypoints().stream()
                        .map(point -> new Point(point.getX(), point.getY()))
                        .toList());
    }

    @Override
    public BaseElement element() {
        return edge.getBpmnElement();
    }

    @Override
    public Optional<Box> labelBox() {
        return Boxes.of(edge.getBpmnLabel());
    }

    public List<Segment> segments() {
        return Segment.through(points);
    }
}
