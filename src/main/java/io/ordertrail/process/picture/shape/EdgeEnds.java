package io.ordertrail.process.picture.shape;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.AssociationDirection;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.DataAssociation;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.picture.svg.Tag;

/** What stands at the ends of a flow: arrow heads, the slash of the default, the diamond of a condition. */
final class EdgeEnds {

    private static final Tag HEAD = Tag.path("head", "M0 0L-10 -4.5V4.5z");
    private static final Tag OPEN_HEAD = Tag.path("head open", "M0 0L-10 -4.5V4.5z");
    private static final Tag BARBS = Tag.path("barbs", "M-8 -5L0 0L-8 5");
    private static final Tag BACK_BARBS = Tag.path("barbs", "M8 -5L0 0L8 5");
    private static final Tag DEFAULT = Tag.path("slash", "M7 -5.5L11 5.5");
    private static final Tag CONDITION = Tag.path("head open", "M0 0L8 -5L16 0L8 5z");
    private static final Tag ORIGIN = Tag.path("head open", "M0 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z");

    static Stream<Tag> end(BaseElement edge) {
        return edge instanceof SequenceFlow
                ? Stream.of(HEAD)
                : edge instanceof MessageFlow
                        ? Stream.of(OPEN_HEAD)
                        : edge instanceof DataAssociation
                                        || points(edge, AssociationDirection.One, AssociationDirection.Both)
                                ? Stream.of(BARBS)
                                : Stream.empty();
    }

    static Stream<Tag> start(BaseElement edge) {
        return edge instanceof SequenceFlow flow
                ? start(flow)
                : edge instanceof MessageFlow
                        ? Stream.of(ORIGIN)
                        : points(edge, AssociationDirection.Both) ? Stream.of(BACK_BARBS) : Stream.empty();
    }

    private static Stream<Tag> start(SequenceFlow flow) {
        var source = flow.getSource();
        if (source != null && flow.getId().equals(source.getAttributeValue("default"))) {
            return Stream.of(DEFAULT);
        }
        return source instanceof Activity && flow.getConditionExpression() != null
                ? Stream.of(CONDITION)
                : Stream.empty();
    }

    private static boolean points(BaseElement edge, AssociationDirection... directions) {
        return edge instanceof Association association
                && Stream.of(directions).anyMatch(direction -> direction == association.getAssociationDirection());
    }

    private EdgeEnds() {}
}
