package io.ordertrail.process.check;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A step does nothing, or something else than it seems to do. */
final class IdleSteps implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class)
                        .flatMap(node -> Stream.of(idle(diagram, node), table(diagram, node), task(diagram, node))
                                .flatMap(found -> found)));
    }

    /** Nobody sees a task without a kind: the engine walks through it. */
    private static Stream<ProcessFinding> idle(Diagram diagram, FlowNode node) {
        return node instanceof ManualTask || node.getElementType().getInstanceType() == Task.class
                ? Stream.of(ProcessFinding.warn(diagram.file(), node.getId(), "step.idle", Elements.name(node)))
                : Stream.empty();
    }

    /** The engine would give the table variables, which know no facts, and store its rows with the order. */
    private static Stream<ProcessFinding> table(Diagram diagram, FlowNode node) {
        return node instanceof BusinessRuleTask rules && rules.getCamundaDecisionRef() != null
                ? Stream.of(ProcessFinding.refuse(diagram.file(), node.getId(), "step.table", Elements.name(node)))
                : Stream.empty();
    }

    private static Stream<ProcessFinding> task(Diagram diagram, FlowNode node) {
        if (!(node instanceof UserTask)) {
            return Stream.empty();
        }
        return Stream.concat(
                node.getName() == null || node.getName().isBlank()
                        ? Stream.of(ProcessFinding.refuse(diagram.file(), node.getId(), "task.no-name", node.getId()))
                        : Stream.empty(),
                hasGeneratedForm(node)
                        ? Stream.of(ProcessFinding.refuse(
                                diagram.file(), node.getId(), "form.generated", Elements.name(node)))
                        : Stream.empty());
    }

    private static boolean hasGeneratedForm(FlowNode node) {
        return node.getExtensionElements() != null
                && !node.getExtensionElements()
                        .getChildElementsByType(CamundaFormData.class)
                        .isEmpty();
    }
}
