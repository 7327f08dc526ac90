package io.ordertrail.process.picture.shape;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

import io.ordertrail.process.picture.page.Drawn;
import io.ordertrail.process.picture.page.DrawnEdge;
import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/**
 * Draws any element as a group that carries the identifier of the element and the name of its type as classes,
 * so that a page can find and colour it.
 */
public final class Shapes {

    private static final List<ShapeDrawing> DRAWINGS = List.of(
            new PoolDrawing(),
            new ActivityDrawing(),
            new EventDrawing(),
            new GatewayDrawing(),
            new NoteDrawing(),
            new DataDrawing(),
            new FrameDrawing());

    public static Tag drawn(DrawnShape shape) {
        var drawing = DRAWINGS.stream()
                .filter(candidate -> candidate.draws(shape))
                .findFirst()
                .orElseThrow();
        return group(shape.is(FlowNode.class) ? "node" : "area", shape, drawing.draw(shape));
    }

    public static Tag drawn(DrawnEdge edge) {
        return group("edge", edge, EdgeDrawing.draw(edge));
    }

    private static Tag group(String role, Drawn drawn, Stream<Tag> content) {
        var type = drawn.element().getElementType().getTypeName();
        var triggered =
                drawn.element() instanceof SubProcess subProcess && subProcess.triggeredByEvent() ? " triggered" : "";
        return Tag.group(role + " " + type + triggered, content).with("data-element", drawn.id());
    }

    private Shapes() {}
}
