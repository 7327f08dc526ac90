package io.ordertrail.process.picture.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;

import io.ordertrail.process.picture.page.DiagramPage;

/** All rules of drawing together. */
public final class DrawingRules {

    private static final List<Function<DiagramPage, Stream<Finding>>> RULES = List.of(
            PageSize::findings,
            CrossingFlows::findings,
            FlowsThroughNodes::findings,
            OverlappingNodes::findings,
            CoveredLabels::findings);

    /** Every place where a page of the diagram breaks a rule; none where the diagram is readable. */
    public static List<Finding> findings(BpmnModelInstance diagram) {
        return DiagramPage.of(diagram).stream()
                .flatMap(page -> findings(page).stream())
                .toList();
    }

    public static List<Finding> findings(DiagramPage page) {
        return RULES.stream().flatMap(rule -> rule.apply(page)).distinct().toList();
    }

    private DrawingRules() {}
}
