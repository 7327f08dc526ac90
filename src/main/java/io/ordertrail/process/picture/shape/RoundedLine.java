package io.ordertrail.process.picture.shape;

import java.util.List;

import io.ordertrail.process.picture.page.Point;
import io.ordertrail.process.picture.svg.Tag;

/** A line through several points that turns in small curves. */
final class RoundedLine {

    private static final double RADIUS = 5;
    /** The line ends inside its arrow head, whose tip would otherwise be blunt. */
    private static final double BEFORE_TIP = 2;

    static String through(List<Point> points) {
        var last = points.size() - 1;
        var line = new StringBuilder("M").append(written(points.get(0)));
        for (int i = 1; i < last; i++) {
            line.append(corner(points.get(i - 1), points.get(i), points.get(i + 1)));
        }
        return line.append("L")
                .append(written(points.get(last).towards(points.get(last - 1), BEFORE_TIP)))
                .toString();
    }

    private static String corner(Point before, Point corner, Point after) {
        var radius = Math.min(RADIUS, Math.min(corner.distance(before), corner.distance(after)) / 2);
        return "L" + written(corner.towards(before, radius)) + "Q" + written(corner) + " "
                + written(corner.towards(after, radius));
    }

    private static String written(Point point) {
        return Tag.number(point.x()) + " " + Tag.number(point.y());
    }

    private RoundedLine() {}
}
