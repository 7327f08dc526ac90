package io.ordertrail.process.picture.shape;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.svg.Tag;

/** Rectangles of the pictures. */
final class Rectangles {

    static Tag square(String styleClass, Box box) {
        return Tag.of("rect")
                .with("class", styleClass)
                .with("x", box.x())
                .with("y", box.y())
                .with("width", box.width())
                .with("height", box.height());
    }

    static Tag rounded(String styleClass, Box box, double radius) {
        return square(styleClass, box).with("rx", radius);
    }

    private Rectangles() {}
}
