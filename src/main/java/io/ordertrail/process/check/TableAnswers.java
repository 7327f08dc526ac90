package io.ordertrail.process.check;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.instance.Decision;

import io.ordertrail.platform.engine.TableGuard;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Table;

/** A table that is well-formed fails on an example of an order or of a site, or the engine cannot read it. */
final class TableAnswers implements ProcessRule {

    private static final DmnEngine ENGINE = TableGuard.guarded().buildEngine();

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.tables().stream()
                .flatMap(file -> file.decisions()
                        .filter(decision -> KnownNames.FACTS.containsKey(decision.getId()))
                        .flatMap(decision -> ofDecision(file, decision, files)));
    }

    private static Stream<ProcessFinding> ofDecision(Table file, Decision decision, ProcessFiles files) {
        try {
            var content = new ByteArrayInputStream(files.contents().get(file.file()));
            var table = ENGINE.parseDecision(decision.getId(), content);
            return KnownNames.examples(decision.getId()).stream()
                    .flatMap(facts -> ofExample(file, table, facts))
                    .limit(1);
        } catch (RuntimeException fault) {
            return failed(file, decision.getId(), "table.unreadable", fault);
        }
    }

    private static Stream<ProcessFinding> ofExample(Table file, DmnDecision table, Map<String, Object> facts) {
        try {
            ENGINE.evaluateDecisionTable(table, facts);
            return Stream.empty();
        } catch (RuntimeException fault) {
            return failed(file, table.getKey(), "table.fails", fault);
        }
    }

    private static Stream<ProcessFinding> failed(Table file, String decision, String key, RuntimeException fault) {
        return Stream.of(ProcessFinding.refuse(file.file(), decision, key, withoutCode(fault)));
    }

    /** The innermost cause names the value or the type; the engine numbers its messages. */
    private static String withoutCode(Throwable fault) {
        return fault.getCause() == null
                ? String.valueOf(fault.getMessage()).replaceFirst("^[A-Z]+(/\\w+)?-\\d+\\s+", "")
                : withoutCode(fault.getCause());
    }
}
