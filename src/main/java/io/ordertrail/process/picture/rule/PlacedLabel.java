package io.ordertrail.process.picture.rule;

import java.util.List;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.Drawn;

/** A name whose place the diagram gives. Pools and lanes carry their names inside. */
record PlacedLabel(Drawn of, Box box) {

    private static final double TOLERATED = 4;

    static List<PlacedLabel> on(DiagramPage page) {
        return page.parts()
                .filter(part -> !part.is(Lane.class)
                        && !part.is(Participant.class)
                        && !part.name().isEmpty())
                .flatMap(part -> part.labelBox().map(box -> new PlacedLabel(part, box)).stream())
                .toList();
    }

    /** The name of a step stands in the step, whatever place the diagram gives it. */
    boolean standsOutside() {
        return !of.is(Activity.class);
    }

    boolean overlaps(PlacedLabel other) {
        return box.overlaps(other.box, TOLERATED);
    }
}
