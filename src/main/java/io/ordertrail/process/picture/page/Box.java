package io.ordertrail.process.picture.page;

import java.awt.geom.Rectangle2D;

/** A rectangle on a page. */
public record Box(double x, double y, double width, double height) {

    public static Box around(Point point) {
        return new Box(point.x(), point.y(), 0, 0);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** The rectangle whose sides lie inside this one by a distance, or outside by a negative one. */
    public Box inset(double by) {
        return widened(-by, -by);
    }

    /** The rectangle with as much more on the left and the right, and above and below. */
    public Box widened(double beside, double above) {
        return new Box(x - beside, y - above, width + 2 * beside, height + 2 * above);
    }

    public Box union(Box other) {
        var left = Math.min(x, other.x);
        var top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The part of this rectangle that lies in another one. */
    public Box within(Box other) {
        var left = Math.max(x, other.x);
        var top = Math.max(y, other.y);
        return new Box(left, top, Math.min(right(), other.right()) - left, Math.min(bottom(), other.bottom()) - top);
    }

    /** Whether the two share an area that is wider and higher than what is tolerated. */
    public boolean overlaps(Box other, double tolerated) {
        return Math.min(right(), other.right()) - Math.max(x, other.x) > tolerated
                && Math.min(bottom(), other.bottom()) - Math.max(y, other.y) > tolerated;
    }

    public boolean isMetBy(Segment segment) {
        return new Rectangle2D.Double(x, y, width, height)
                .intersectsLine(
                        segment.from().x(),
                        segment.from().y(),
                        segment.to().x(),
                        segment.to().y());
    }
}
