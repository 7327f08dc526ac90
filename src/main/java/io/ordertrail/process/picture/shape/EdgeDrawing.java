package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DrawnEdge;
import io.ordertrail.process.picture.page.Point;
import io.ordertrail.process.picture.svg.Tag;

/** A flow or an association: a line with rounded corners, and what stands at its two ends. */
final class EdgeDrawing {

    static Stream<Tag> draw(DrawnEdge edge) {
        var points = edge.points();
        if (points.size() < 2) {
            return Stream.empty();
        }
        var last = points.size() - 1;
        return Stream.of(
                        Stream.of(Tag.path("line", RoundedLine.through(points))),
                        EdgeEnds.start(edge.element()).map(mark -> at(mark, points.get(1), points.get(0), 180)),
                        EdgeEnds.end(edge.element()).map(mark -> at(mark, points.get(last - 1), points.get(last), 0)))
                .flatMap(tags -> tags);
    }

    /** Marks are drawn for a flow to the right that ends at 0 0, and turned. */
    private static Tag at(Tag mark, Point from, Point to, double turn) {
        var angle = Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x())) + turn;
        return mark.with(
                "transform",
                "translate(" + Tag.number(to.x()) + " " + Tag.number(to.y()) + ") rotate(" + Tag.number(angle) + ")");
    }

    private EdgeDrawing() {}
}
