package io.ordertrail.process.picture.shape;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.svg.Tag;

/** A mark at the lower edge of a step, drawn around the point 0 0. */
enum ActivityMarker {
    PARALLEL("M-4 -6V6M0 -6V6M4 -6V6", shape -> isRepeated(shape, false)),
    SEQUENTIAL("M-6 -4H6M-6 0H6M-6 4H6", shape -> isRepeated(shape, true)),
    COMPENSATION("M-8 0L-1 -5V5zM-1 0L6 -5V5z", shape -> ((Activity) shape.element()).isForCompensation()),
    COLLAPSED(
            "M-7 -7H7V7H-7zM-4 0H4M0 -4V4",
            shape -> shape.is(CallActivity.class) || shape.is(SubProcess.class) && !shape.isOpen());

    private static final double ABOVE_EDGE = 10;
    private static final double STEP = 19;

    private final String data;
    private final Predicate<DrawnShape> marks;

    ActivityMarker(String data, Predicate<DrawnShape> marks) {
        this.data = data;
        this.marks = marks;
    }

    /** The marks of a step, side by side around its middle. */
    static Stream<Tag> row(DrawnShape shape) {
        var markers = Arrays.stream(values())
                .filter(marker -> marker.marks.test(shape))
                .toList();
        var left = shape.box().centre().x() - (markers.size() - 1) * STEP / 2;
        return IntStream.range(0, markers.size())
                .mapToObj(i -> Tag.path("marker", markers.get(i).data)
                        .movedTo(left + i * STEP, shape.box().bottom() - ABOVE_EDGE));
    }

    private static boolean isRepeated(DrawnShape shape, boolean sequential) {
        return ((Activity) shape.element()).getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                && loop.isSequential() == sequential;
    }
}
