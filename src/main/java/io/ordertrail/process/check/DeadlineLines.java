package io.ordertrail.process.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;

/** A line of the deadlines holds no duration, or belongs to no step. */
final class DeadlineLines implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        var file = files.contents().get(StepDeadlines.FILE);
        if (file == null) {
            return Stream.empty();
        }
        try {
            var steps = steps(files);
            return StepDeadlines.lines(file).entrySet().stream().flatMap(line -> ofLine(line, steps));
        } catch (IllegalArgumentException e) {
            return Stream.of(ProcessFinding.refuse(StepDeadlines.FILE, null, "deadline.unreadable"));
        }
    }

    private static Stream<ProcessFinding> ofLine(Map.Entry<String, String> line, Set<String> steps) {
        if (StepDeadlines.duration(line.getValue()).isEmpty()) {
            return Stream.of(ProcessFinding.refuse(
                    StepDeadlines.FILE, line.getKey(), "deadline.duration", line.getValue(), line.getKey()));
        }
        return line.getKey().equals(StepDeadlines.OTHERWISE) || steps.contains(line.getKey())
                ? Stream.empty()
                : Stream.of(ProcessFinding.warn(StepDeadlines.FILE, line.getKey(), "deadline.no-step", line.getKey()));
    }

    /** Timers may take the deadline of another element, so every name in a call counts as a step. */
    private static Set<String> steps(ProcessFiles files) {
        return Stream.concat(
                        files.diagrams().stream()
                                .flatMap(diagram -> diagram.all(FlowNode.class))
                                .map(FlowNode::getId),
                        files.diagrams().stream()
                                .flatMap(Elements::expressions)
                                .flatMap(written -> Expressions.calls(written.text()))
                                .flatMap(call -> call.texts().stream()))
                .collect(Collectors.toSet());
    }
}
