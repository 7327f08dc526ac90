package io.ordertrail.process.picture.rule;

import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import io.ordertrail.process.picture.page.Drawn;

/**
 * A place where a page breaks a rule. The element is what has to move, the other is what it meets,
 * or the number of nodes where there are too many.
 */
public record Finding(DrawingRule rule, String element, String name, String other) {

    static Finding of(DrawingRule rule, Drawn drawn, Drawn other) {
        return new Finding(rule, drawn.id(), name(drawn.element()), name(other.element()));
    }

    /** The name of a node, or of both ends of a flow, on one line. */
    private static String name(BaseElement element) {
        return element instanceof SequenceFlow flow
                ? name(flow.getSource()) + " → " + name(flow.getTarget())
                : Optional.ofNullable(element.getAttributeValue("name"))
                        .filter(name -> !name.isBlank())
                        .orElse(element.getId())
                        .replaceAll("\\s+", " ");
    }
}
