package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** Draws the elements of one kind, with their names where these stand inside. */
interface ShapeDrawing {

    boolean draws(DrawnShape shape);

    Stream<Tag> draw(DrawnShape shape);
}
