package io.ordertrail.process.check;

import java.util.stream.Stream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;

/** One kind of mistake in diagrams, tables and forms. */
interface ProcessRule {

    Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known);
}
