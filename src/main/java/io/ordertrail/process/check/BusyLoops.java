package io.ordertrail.process.check;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;

/** A loop in which an order never waits runs for ever, and the entry of the order with it. */
final class BusyLoops implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class)
                        .filter(node -> !waits(node))
                        .filter(node -> next(node)
                                .anyMatch(first ->
                                        Paths.reached(first, BusyLoops::next).contains(node)))
                        .limit(1)
                        .map(node -> ProcessFinding.refuse(
                                diagram.file(), node.getId(), "path.busy-loop", Elements.name(node))));
    }

    /** Only nodes that do not wait lead on at once. */
    private static Stream<FlowNode> next(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget).filter(target -> !waits(target));
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node instanceof CallActivity
                || node instanceof SubProcess
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter();
    }
}
