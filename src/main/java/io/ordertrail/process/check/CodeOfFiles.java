package io.ordertrail.process.check;

import java.util.stream.Stream;

import io.ordertrail.platform.engine.CodeInFiles;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;

/** A diagram or a table contains code, or an expression that does more than compare. */
final class CodeOfFiles implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return Stream.concat(
                files.diagrams().stream()
                        .flatMap(diagram -> CodeInFiles.inDiagram(
                                diagram.file(), files.contents().get(diagram.file()))),
                files.tables().stream().flatMap(table -> CodeInFiles.inTable(table.file(), table.model())));
    }
}
