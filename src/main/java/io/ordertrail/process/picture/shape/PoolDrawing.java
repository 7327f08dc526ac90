package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;
import io.ordertrail.process.picture.svg.TextBlock;

/** A pool or a lane: a frame whose name stands in a strip at its left, or at its top where it runs downwards. */
final class PoolDrawing implements ShapeDrawing {

    private static final double STRIP = 30;

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(Participant.class) || shape.is(Lane.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        var body = Rectangles.square("body", shape.box());
        return isClosed(shape)
                ? Stream.of(
                        body, TextBlock.name(shape.name(), shape.box().width()).centredIn(shape.box()))
                : Stream.of(body, Rectangles.square("strip", strip(shape)), name(shape));
    }

    /** Nobody sees into the process of another company. */
    private static boolean isClosed(DrawnShape shape) {
        return shape.element() instanceof Participant pool && pool.getProcess() == null;
    }

    private static Box strip(DrawnShape shape) {
        var box = shape.box();
        return shape.isUpright()
                ? new Box(box.x(), box.y(), box.width(), STRIP)
                : new Box(box.x(), box.y(), STRIP, box.height());
    }

    private static Tag name(DrawnShape shape) {
        var box = shape.box();
        if (shape.isUpright()) {
            return TextBlock.name(shape.name(), box.width()).centredIn(strip(shape));
        }
        var centre = strip(shape).centre();
        return TextBlock.name(shape.name(), box.height())
                .centredIn(Box.around(centre))
                .with("transform", "rotate(-90 " + Tag.number(centre.x()) + " " + Tag.number(centre.y()) + ")");
    }
}
