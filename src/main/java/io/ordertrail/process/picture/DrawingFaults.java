package io.ordertrail.process.picture;

import java.util.List;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;

import io.ordertrail.process.picture.rule.DrawingRules;

/** Where a diagram breaks the rules of drawing. */
public final class DrawingFaults {

    /**
     * A place where a page breaks a rule.
     *
     * @param key of the rule in the messages
     * @param other what the element meets
     */
    public record Fault(String key, String element, String name, String other) {}

    private DrawingFaults() {}

    public static List<Fault> of(BpmnModelInstance diagram) {
        return DrawingRules.findings(diagram).stream()
                .map(found -> new Fault(found.rule().key(), found.element(), found.name(), found.other()))
                .toList();
    }
}
