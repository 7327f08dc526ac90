package io.ordertrail.process.difference;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.file.ProcessFiles;

/** Deadlines that were added, changed or removed. */
final class DeadlineDifferences {

    private DeadlineDifferences() {}

    static Stream<FileDifference> between(ProcessFiles former, ProcessFiles later) {
        var before = deadlines(former);
        var after = deadlines(later);
        if (before.isEmpty() || after.isEmpty()) {
            return Stream.empty();
        }
        return FileDifference.in(StepDeadlines.FILE, between(before.get(), after.get(), later));
    }

    private static Stream<Difference> between(StepDeadlines before, StepDeadlines after, ProcessFiles files) {
        var steps = new TreeSet<>(before.due().keySet());
        steps.addAll(after.due().keySet());
        return Stream.concat(
                Difference.unless(
                        before.otherwise().equals(after.otherwise()),
                        "deadline.otherwise",
                        before.otherwise(),
                        after.otherwise()),
                steps.stream().flatMap(step -> of(step, before, after, files)));
    }

    private static Stream<Difference> of(String step, StepDeadlines before, StepDeadlines after, ProcessFiles files) {
        var name = name(step, files);
        if (!before.due().containsKey(step)) {
            return Stream.of(Difference.of("deadline.added", name, after.of(step)));
        }
        if (!after.due().containsKey(step)) {
            return Stream.of(Difference.of("deadline.removed", name, before.of(step)));
        }
        return Difference.unless(
                before.of(step).equals(after.of(step)), "deadline.changed", name, before.of(step), after.of(step));
    }

    private static String name(String step, ProcessFiles files) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class))
                .filter(node -> step.equals(node.getId()))
                .findFirst()
                .map(Steps::name)
                .orElse(step);
    }

    private static Optional<StepDeadlines> deadlines(ProcessFiles files) {
        try {
            return Optional.ofNullable(files.contents().get(StepDeadlines.FILE)).map(StepDeadlines::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
