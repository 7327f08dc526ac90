package io.ordertrail.process.picture.shape;

import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;
import io.ordertrail.process.picture.svg.TextBlock;

/** A step: a task with the icon of its type, a call of another process, a sub-process. */
final class ActivityDrawing implements ShapeDrawing {

    private static final double CORNER = 10;
    private static final double PADDING = 6;
    private static final double ICON = 16;
    private static final double INNER_FRAME = 3;

    private static final Map<Class<? extends Activity>, Icon> ICONS = Map.of(
            UserTask.class,
            Icon.PERSON,
            ServiceTask.class,
            Icon.GEAR,
            BusinessRuleTask.class,
            Icon.TABLE,
            ReceiveTask.class,
            Icon.ENVELOPE,
            ScriptTask.class,
            Icon.SCROLL,
            ManualTask.class,
            Icon.HAND);

    @Override
    public boolean draws(DrawnShape shape) {
        return shape.is(Activity.class);
    }

    @Override
    public Stream<Tag> draw(DrawnShape shape) {
        return Stream.of(frames(shape), icon(shape), Stream.of(name(shape)), ActivityMarker.row(shape))
                .flatMap(tags -> tags);
    }

    private static Stream<Tag> frames(DrawnShape shape) {
        var outer = Rectangles.rounded("body", shape.box(), CORNER);
        return shape.is(Transaction.class)
                ? Stream.of(outer, Rectangles.rounded("inner", shape.box().inset(INNER_FRAME), CORNER - INNER_FRAME))
                : Stream.of(outer);
    }

    private static Stream<Tag> icon(DrawnShape shape) {
        var caught = ICONS.entrySet().stream()
                .filter(icon -> shape.is(icon.getKey()))
                .map(icon -> icon.getValue().open());
        var thrown = Stream.of(Icon.ENVELOPE.filled()).filter(icon -> shape.is(SendTask.class));
        return Stream.concat(caught, thrown)
                .map(icon -> icon.movedTo(shape.box().x() + ICON, shape.box().y() + ICON - 2));
    }

    private static Tag name(DrawnShape shape) {
        var box = shape.box();
        var text = TextBlock.name(shape.name(), box.width() - 2 * PADDING);
        return shape.isOpen() ? text.centredBelow(box.centre().x(), box.y() + PADDING) : text.centredIn(box);
    }
}
