package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** Everything that has no look of its own, for example a group: a frame, so that it is not missing. */
final class FrameDrawing implements ShapeDrawing {

    private static final double CORNER = 10;

    @Override
    public boolean draws(DrawnShape shape) {
        return true;
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        return Stream.of(Rectangles.rounded("frame", shape.box(), CORNER));
    }
}
