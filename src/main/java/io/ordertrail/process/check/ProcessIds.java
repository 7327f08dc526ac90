package io.ordertrail.process.check;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Process;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A process has an id that nobody starts, is not executable, or is drawn twice or not at all. */
final class ProcessIds implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return Stream.concat(
                files.diagrams().stream()
                        .flatMap(diagram -> diagram.processes().flatMap(process -> ofProcess(diagram, process, files))),
                files.diagrams().isEmpty() ? Stream.empty() : missing(files));
    }

    private static Stream<ProcessFinding> ofProcess(Diagram diagram, Process process, ProcessFiles files) {
        var id = process.getId();
        if (!KnownNames.processes().contains(id)) {
            return Stream.of(ProcessFinding.refuse(
                    diagram.file(), id, "process.foreign", id, Words.list(KnownNames.processes())));
        }
        if (!process.isExecutable()) {
            return Stream.of(ProcessFinding.refuse(diagram.file(), id, "process.not-executable", id));
        }
        return files.processes().filter(other -> id.equals(other.getId())).count() > 1
                ? Stream.of(ProcessFinding.refuse(diagram.file(), id, "process.twice", id))
                : Stream.empty();
    }

    private static Stream<ProcessFinding> missing(ProcessFiles files) {
        return KnownNames.processes().stream()
                .filter(id -> files.processes().noneMatch(process -> id.equals(process.getId())))
                .map(id -> ProcessFinding.refuse(files.diagrams().get(0).file(), null, "process.missing", id));
    }
}
