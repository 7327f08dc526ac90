package io.ordertrail.process.picture.page;

import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** An element that takes a rectangle of a page: a step, an event, a gateway, a lane, a note. */
public record DrawnShape(BpmnShape shape, Box box) implements Drawn {

    static DrawnShape of(BpmnShape shape) {
        return new DrawnShape(shape, Boxes.of(shape.getBounds()));
    }

    @Override
    public BaseElement element() {
        return shape.getBpmnElement();
    }

    @Override
    public Optional<Box> labelBox() {
        return Boxes.of(shape.getBpmnLabel());
    }

    /** Whether what is inside the sub-process is drawn inside it, on the same page. */
    public boolean isOpen() {
        return is(SubProcess.class) && says("isExpanded");
    }

    public boolean isUpright() {
        return "false".equals(shape.getAttributeValue("isHorizontal"));
    }

    public boolean showsMarker() {
        return says("isMarkerVisible");
    }

    /** The model's own getters fail where the attribute is missing. */
    private boolean says(String attribute) {
        return "true".equals(shape.getAttributeValue(attribute));
    }
}
