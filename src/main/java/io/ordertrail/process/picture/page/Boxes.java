package io.ordertrail.process.picture.page;

import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Reads rectangles from a diagram. */
final class Boxes {

    static Box of(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    static Optional<Box> of(BpmnLabel label) {
        return Optional.ofNullable(label).map(BpmnLabel::getBounds).map(Boxes::of);
    }

    private Boxes() {}
}
