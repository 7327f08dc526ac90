package io.ordertrail.process.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.feel.Feel;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Table;

/** A rule of a table comes to something that the product cannot store: no text, one that is too long, an unknown severity. */
final class TableResults implements ProcessRule {

    private static final Map<String, Integer> LONGEST = Map.of("rule", 100, "reason", 1000);
    private static final Set<String> SEVERITIES = Set.of("low", "medium", "high");

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.tables().stream()
                .flatMap(file -> file.decisions()
                        .filter(decision -> KnownNames.FACTS.containsKey(decision.getId()))
                        .flatMap(decision -> TableShape.table(decision)
                                .map(table -> ofTable(file, table, KnownNames.examples(decision.getId())))
                                .orElseGet(Stream::empty)));
    }

    private static Stream<ProcessFinding> ofTable(Table file, DecisionTable table, List<Map<String, Object>> examples) {
        return table.getRules().stream()
                .flatMap(rule -> examples.stream()
                        .filter(facts -> facts == examples.get(0) || fires(table, rule, facts))
                        .map(facts -> ofRule(file, rule, List.copyOf(table.getOutputs()), facts))
                        .filter(found -> !found.isEmpty())
                        .limit(1)
                        .flatMap(List::stream));
    }

    private static List<ProcessFinding> ofRule(Table file, Rule rule, List<Output> columns, Map<String, Object> facts) {
        var cells = List.copyOf(rule.getOutputEntries());
        return IntStream.range(0, Math.min(cells.size(), columns.size()))
                .boxed()
                .flatMap(i ->
                        ofCell(file, cells.get(i), String.valueOf(columns.get(i).getName()), facts))
                .toList();
    }

    private static boolean fires(DecisionTable table, Rule rule, Map<String, Object> facts) {
        var columns = List.copyOf(table.getInputs());
        var cells = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, Math.min(cells.size(), columns.size()))
                .allMatch(i -> holds(TableCells.read(columns.get(i)), cells.get(i), facts));
    }

    private static boolean holds(String column, InputEntry cell, Map<String, Object> facts) {
        var condition = cell.getTextContent().strip();
        return condition.isEmpty()
                || condition.equals("-")
                || Boolean.TRUE.equals(
                        Feel.holds(condition, Feel.value(column, facts).value(), facts)
                                .value());
    }

    private static Stream<ProcessFinding> ofCell(
            Table file, OutputEntry cell, String column, Map<String, Object> facts) {
        var text = cell.getTextContent().strip();
        var answer = Feel.value(text, facts);
        if (answer.fault() != null || answer.value() == null) {
            return Stream.of(ProcessFinding.refuse(
                    file.file(), cell.getId(), "table.result", text, column, Words.list(facts.keySet())));
        }
        if (column.equals("points")) {
            return answer.value() instanceof Number
                    ? Stream.empty()
                    : Stream.of(ProcessFinding.refuse(file.file(), cell.getId(), "table.number", text, column));
        }
        return answer.value() instanceof String result
                ? ofText(file, cell, column, result)
                : Stream.of(ProcessFinding.refuse(file.file(), cell.getId(), "table.text", text, column));
    }

    private static Stream<ProcessFinding> ofText(Table file, OutputEntry cell, String column, String result) {
        if (column.equals("severity") && !SEVERITIES.contains(result)) {
            return Stream.of(
                    ProcessFinding.refuse(file.file(), cell.getId(), "table.severity", result, Words.list(SEVERITIES)));
        }
        var longest = LONGEST.getOrDefault(column, Integer.MAX_VALUE);
        return result.isBlank() || result.length() > longest
                ? Stream.of(ProcessFinding.refuse(
                        file.file(),
                        cell.getId(),
                        "table.length",
                        column,
                        String.valueOf(result.length()),
                        String.valueOf(longest)))
                : Stream.empty();
    }
}
