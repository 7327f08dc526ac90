package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** An event: a thin ring at the start, two in between, a thick one at the end; dashed where it does not interrupt. */
final class EventDrawing implements ShapeDrawing {

    private static final double BETWEEN_RINGS = 3.5;
    private static final double USUAL_SIZE = 36;

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(Event.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        return Stream.of(Stream.of(ring("body", shape, 0)), innerRing(shape), icon(shape))
                .flatMap(tags -> tags);
    }

    private static Stream<Tag> innerRing(DrawnShape shape) {
        return shape.is(StartEvent.class) || shape.is(EndEvent.class)
                ? Stream.empty()
                : Stream.of(ring("inner", shape, BETWEEN_RINGS));
    }

    private static Tag ring(String styleClass, DrawnShape shape, double inset) {
        var centre = shape.box().centre();
        return Tag.of("circle")
                .with("class", interrupts(shape) ? styleClass : styleClass + " dashed")
                .with("cx", centre.x())
                .with("cy", centre.y())
                .with("r", shape.box().width() / 2 - inset);
    }

    private static boolean interrupts(DrawnShape shape) {
        return !(shape.element() instanceof BoundaryEvent boundary && !boundary.cancelActivity())
                && !(shape.element() instanceof StartEvent start && !start.isInterrupting());
    }

    private static Stream<Tag> icon(DrawnShape shape) {
        var centre = shape.box().centre();
        return EventIcons.of((Event) shape.element())
                .map(icon -> shape.is(ThrowEvent.class) ? icon.filled() : icon.open())
                .map(icon -> icon.with(
                        "transform",
                        "translate(" + Tag.number(centre.x()) + " " + Tag.number(centre.y()) + ") scale("
                                + Tag.number(shape.box().width() / USUAL_SIZE) + ")"));
    }
}
