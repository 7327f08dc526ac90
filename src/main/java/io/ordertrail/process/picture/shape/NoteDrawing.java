package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.TextAnnotation;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;
import io.ordertrail.process.picture.svg.TextBlock;

/** A text annotation: a bracket at the left of its text. */
final class NoteDrawing implements ShapeDrawing {

    private static final double BRACKET = 10;
    private static final double PADDING = 6;

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(TextAnnotation.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        var box = shape.box();
        var bracket = Tag.path(
                "bracket", "M" + Tag.number(BRACKET) + " 0H0V" + Tag.number(box.height()) + "H" + Tag.number(BRACKET));
        return Stream.of(
                bracket.movedTo(box.x(), box.y()),
                TextBlock.name(text(shape), box.width() - 2 * PADDING).at(box.x() + PADDING, box.y() + PADDING));
    }

    private static String text(DrawnShape shape) {
        var text = ((TextAnnotation) shape.element()).getText();
        return text == null ? "" : text.getTextContent().strip();
    }
}
