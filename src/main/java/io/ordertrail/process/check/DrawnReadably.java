package io.ordertrail.process.check;

import java.util.stream.Stream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.picture.DrawingFaults;

/** A diagram that breaks a rule of drawing works, and people misread it. */
final class DrawnReadably implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> DrawingFaults.of(diagram.model()).stream()
                        .map(found -> ProcessFinding.warn(
                                diagram.file(), found.element(), found.key(), found.name(), found.other())));
    }
}
