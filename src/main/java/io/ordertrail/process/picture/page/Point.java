package io.ordertrail.process.picture.page;

/** A place on a page, in the units of the diagram; y grows downwards. */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point at a distance from here in the direction of another point. */
    public Point towards(Point other, double distance) {
        var whole = distance(other);
        return whole == 0 ? this : plus((other.x - x) * distance / whole, (other.y - y) * distance / whole);
    }
}
