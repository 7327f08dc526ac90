package io.ordertrail.platform.engine.guard;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/** Reads a diagram only when it contains nothing that it may not, and otherwise names every such place. */
public class GuardedParse extends BpmnParse {

    public GuardedParse(BpmnParser parser) {
        super(parser);
    }

    /** The guard comes first: the engine already creates classes and expressions while it reads. */
    @Override
    protected void parseRootElement() {
        var findings = DiagramGuard.findings(rootElement);
        findings.forEach(finding -> addError(finding.sentence(), finding.element()));
        if (findings.isEmpty()) {
            super.parseRootElement();
        }
    }
}
