package io.ordertrail.process.check;

import java.util.Set;
import java.util.stream.Stream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.check.Expressions.Call;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A step calls something that it may not, or asks for a deadline that is not set. */
final class DeadlineNames implements ProcessRule {

    private static final Set<String> BY_NAME = Set.of("deadlines.dueIn", "deadlines.within");

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> Elements.expressions(diagram)
                        .flatMap(written -> Expressions.calls(written.text())
                                .flatMap(call -> ofCall(diagram, written.element(), call, known))));
    }

    private static Stream<ProcessFinding> ofCall(Diagram diagram, String element, Call call, KnownNames known) {
        if (!KnownNames.CALLS.contains(call.name())) {
            return Stream.of(ProcessFinding.refuse(
                    diagram.file(), element, "call.unknown", call.name(), Words.list(KnownNames.CALLS)));
        }
        if (!BY_NAME.contains(call.name())) {
            return Stream.empty();
        }
        var name = call.texts().isEmpty() ? "" : call.texts().get(0);
        return known.deadlines().contains(name)
                ? Stream.empty()
                : Stream.of(ProcessFinding.warn(
                        diagram.file(), element, "deadline.unknown", name, Words.list(known.deadlines())));
    }
}
