package io.ordertrail.process.picture.shape;

import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** A gateway: a diamond with the mark of its type. */
final class GatewayDrawing implements ShapeDrawing {

    private static final String TWO_RINGS =
            "M-14 0a14 14 0 1 0 28 0a14 14 0 1 0 -28 0zM-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z";

    private static final Map<Class<? extends Gateway>, String> MARKS = Map.of(
            ExclusiveGateway.class,
            "M-6.5 -8.5L6.5 8.5M6.5 -8.5L-6.5 8.5",
            ParallelGateway.class,
            "M-11 0H11M0 -11V11",
            InclusiveGateway.class,
            "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z",
            ComplexGateway.class,
            "M-11 0H11M0 -11V11M-8 -8L8 8M8 -8L-8 8");

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(Gateway.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        var centre = shape.box().centre();
        return Stream.concat(
                Stream.of(Tag.path("body", diamond(shape.box()))),
                Stream.concat(mark(shape), events(shape)).map(tag -> tag.movedTo(centre.x(), centre.y())));
    }

    private static String diamond(Box box) {
        return "M%s %sL%s %sL%s %sL%s %sz"
                .formatted(Stream.of(
                                box.centre().x(),
                                box.y(),
                                box.right(),
                                box.centre().y(),
                                box.centre().x(),
                                box.bottom(),
                                box.x(),
                                box.centre().y())
                        .map(Tag::number)
                        .toArray());
    }

    /** The cross of an exclusive gateway is drawn where the diagram asks for it. */
    private static Stream<Tag> mark(DrawnShape shape) {
        return MARKS.entrySet().stream()
                .filter(mark -> shape.is(mark.getKey()))
                .filter(mark -> !shape.is(ExclusiveGateway.class) || shape.showsMarker())
                .map(mark -> Tag.path("mark", mark.getValue()));
    }

    private static Stream<Tag> events(DrawnShape shape) {
        return shape.is(EventBasedGateway.class)
                ? Stream.of(Tag.path("inner", TWO_RINGS), Icon.PENTAGON.open())
                : Stream.empty();
    }
}
