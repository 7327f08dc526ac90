package io.ordertrail.process.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A path breaks off before an end, leads to no end, or nothing leads to it. */
final class Paths implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class)
                        .filter(node -> !isEventSubProcess(node))
                        .flatMap(node -> ofNode(diagram, node)));
    }

    private static Stream<ProcessFinding> ofNode(Diagram diagram, FlowNode node) {
        if (!(node instanceof EndEvent) && node.getOutgoing().isEmpty()) {
            return Stream.of(
                    ProcessFinding.refuse(diagram.file(), node.getId(), "path.breaks-off", Elements.name(node)));
        }
        if (reached(node, Paths::next).stream().noneMatch(EndEvent.class::isInstance)) {
            return Stream.of(ProcessFinding.refuse(diagram.file(), node.getId(), "path.no-end", Elements.name(node)));
        }
        if (reached(node, Paths::before).stream().noneMatch(StartEvent.class::isInstance)) {
            return Stream.of(
                    ProcessFinding.warn(diagram.file(), node.getId(), "path.unreachable", Elements.name(node)));
        }
        return hasNoWayOut(node)
                ? Stream.of(ProcessFinding.refuse(diagram.file(), node.getId(), "path.no-default", Elements.name(node)))
                : Stream.empty();
    }

    /** When no condition holds, the order goes nowhere. */
    private static boolean hasNoWayOut(FlowNode node) {
        if (node.getAttributeValue("default") != null) {
            return false;
        }
        return node instanceof ExclusiveGateway || node instanceof InclusiveGateway
                ? node.getOutgoing().size() > 1
                : node instanceof Activity
                        && node.getOutgoing().stream().allMatch(flow -> flow.getConditionExpression() != null);
    }

    static Set<FlowNode> reached(FlowNode from, Function<FlowNode, Stream<FlowNode>> step) {
        var seen = new HashSet<FlowNode>();
        visit(from, step, seen);
        return seen;
    }

    private static void visit(FlowNode node, Function<FlowNode, Stream<FlowNode>> step, Collection<FlowNode> seen) {
        if (seen.add(node)) {
            step.apply(node).forEach(other -> visit(other, step, seen));
        }
    }

    private static Stream<FlowNode> next(FlowNode node) {
        return node.getOutgoing().stream().map(SequenceFlow::getTarget);
    }

    /** An event on the edge of a step is reached through the step. */
    private static Stream<FlowNode> before(FlowNode node) {
        return node instanceof BoundaryEvent event
                ? Stream.of(event.getAttachedTo())
                : node.getIncoming().stream().map(SequenceFlow::getSource);
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess step && step.triggeredByEvent();
    }
}
