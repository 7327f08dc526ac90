package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.DataObjectReference;
import org.camunda.bpm.model.bpmn.instance.DataStoreReference;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** A document with a folded corner, or a store of documents. */
final class DataDrawing implements ShapeDrawing {

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(DataObjectReference.class) || shape.is(DataStoreReference.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        var width = shape.box().width();
        var height = shape.box().height();
        var data = shape.is(DataStoreReference.class) ? store(width, height) : document(width, height);
        return Stream.of(
                Tag.path("body", data).movedTo(shape.box().x(), shape.box().y()));
    }

    private static String document(double width, double height) {
        return "M0 0H%1$sL%2$s 10V%3$sH0zM%1$s 0V10H%2$s"
                .formatted(Tag.number(width - 10), Tag.number(width), Tag.number(height));
    }

    private static String store(double width, double height) {
        return "M0 7A%1$s 7 0 0 1 %2$s 7V%3$sA%1$s 7 0 0 1 0 %3$szM0 7A%1$s 7 0 0 0 %2$s 7M0 13A%1$s 7 0 0 0 %2$s 13"
                .formatted(Tag.number(width / 2), Tag.number(width), Tag.number(height - 7));
    }
}
