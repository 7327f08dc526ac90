package io.ordertrail.process.picture.page;

import java.util.List;
import java.util.stream.IntStream;

/** A straight part of a flow. */
public record Segment(Point from, Point to) {

    private static final double NOTHING = -1e-6;

    /** The segments of a line through several points. */
    public static List<Segment> through(List<Point> points) {
        return IntStream.range(1, points.size())
                .mapToObj(i -> new Segment(points.get(i - 1), points.get(i)))
                .toList();
    }

    /** Whether the two cross at an inner point of both; segments that only touch do not cross. */
    public boolean crosses(Segment other) {
        return separates(other.from, other.to) && other.separates(from, to);
    }

    public Point middle() {
        return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    }

    public boolean isSteep() {
        return Math.abs(to.y() - from.y()) > Math.abs(to.x() - from.x());
    }

    private boolean separates(Point one, Point other) {
        return side(one) * side(other) < NOTHING;
    }

    private double side(Point point) {
        return (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x());
    }
}
