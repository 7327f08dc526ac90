package io.ordertrail.process.picture.shape;

import org.camunda.bpm.model.bpmn.instance.DataObjectReference;
import org.camunda.bpm.model.bpmn.instance.DataStoreReference;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.Drawn;
import io.ordertrail.process.picture.page.DrawnEdge;
import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.page.Point;
import io.ordertrail.process.picture.svg.TextBlock;

/** Names that stand beside their elements: those of events, gateways, data and flows. */
public final class Labels {

    private static final double USUAL_WIDTH = 90;
    /** Places are often as wide as their text, measured with other fonts. */
    private static final double TOLERATED = 1;

    private static final double ASIDE = 15;

    public static boolean has(Drawn drawn) {
        return !drawn.name().isEmpty()
                && (drawn instanceof DrawnEdge
                        || drawn.is(Event.class)
                        || drawn.is(Gateway.class)
                        || drawn.is(DataObjectReference.class)
                        || drawn.is(DataStoreReference.class));
    }

    public static TextBlock text(Drawn drawn) {
        return TextBlock.label(
                drawn.name(),
                drawn.labelBox().map(box -> box.width() + TOLERATED).orElse(USUAL_WIDTH));
    }

    /** Where the diagram puts the label, else a place below the shape or beside the middle of the line. */
    public static Box place(Drawn drawn) {
        return drawn.labelBox()
                .orElseGet(() -> drawn instanceof DrawnEdge edge ? beside(edge) : below((DrawnShape) drawn));
    }

    private static Box below(DrawnShape shape) {
        return Box.around(new Point(shape.box().centre().x(), shape.box().bottom() + 4));
    }

    private static Box beside(DrawnEdge edge) {
        var segment = edge.segments().get((edge.points().size() - 1) / 2);
        var middle = segment.middle();
        return Box.around(segment.isSteep() ? middle.plus(ASIDE, -6) : middle.plus(0, -ASIDE - 1));
    }

    private Labels() {}
}
