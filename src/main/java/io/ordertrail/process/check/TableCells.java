package io.ordertrail.process.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.feel.Feel;
import io.ordertrail.process.feel.NumberCells;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Table;

/** A condition of a table cannot be read, reads a fact that is not given, or means something else than it seems to. */
final class TableCells implements ProcessRule {

    /** So many words are not told. */
    private static final int MANY = 20;

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.tables().stream()
                .flatMap(file -> file.decisions()
                        .filter(decision -> KnownNames.FACTS.containsKey(decision.getId()))
                        .flatMap(decision -> TableShape.table(decision)
                                .map(table -> ofTable(file, table, KnownNames.FACTS.get(decision.getId())))
                                .orElseGet(Stream::empty)));
    }

    private static Stream<ProcessFinding> ofTable(Table file, DecisionTable table, Map<String, Object> facts) {
        var columns = List.copyOf(table.getInputs());
        return Stream.concat(
                columns.stream().flatMap(column -> ofColumn(file, column, facts)),
                table.getRules().stream().flatMap(rule -> ofRule(file, rule, columns, facts)));
    }

    private static Stream<ProcessFinding> ofColumn(Table file, Input column, Map<String, Object> facts) {
        var fault = Feel.value(read(column), facts).fault();
        return fault == null
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        file.file(), column.getId(), "table.column", read(column), Words.list(facts.keySet())));
    }

    private static Stream<ProcessFinding> ofRule(
            Table file, Rule rule, List<Input> columns, Map<String, Object> facts) {
        var cells = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, Math.min(cells.size(), columns.size()))
                .boxed()
                .flatMap(i -> ofCell(file, cells.get(i), read(columns.get(i)), facts));
    }

    private static Stream<ProcessFinding> ofCell(
            Table file, InputEntry cell, String column, Map<String, Object> facts) {
        var input = Feel.value(column, facts).value();
        var text = cell.getTextContent().strip();
        if (text.isEmpty() || text.equals("-") || input == null) {
            return Stream.empty();
        }
        if (Feel.hasCommaInNumber(text)) {
            return Stream.of(ProcessFinding.refuse(file.file(), cell.getId(), "table.comma", text));
        }
        if (Feel.hasPointForThousands(text)) {
            return Stream.of(ProcessFinding.refuse(file.file(), cell.getId(), "table.thousands", text));
        }
        if (Feel.holds(text, input, facts).fault() != null) {
            return Stream.of(ProcessFinding.refuse(
                    file.file(), cell.getId(), "table.condition", text, Words.list(facts.keySet())));
        }
        return input instanceof Number && NumberCells.neverHolds(text, column)
                ? Stream.of(ProcessFinding.refuse(file.file(), cell.getId(), "table.never", column, text))
                : words(file, cell, column);
    }

    /** A fact is never a word that the product does not give it, so the rule never fires. */
    private static Stream<ProcessFinding> words(Table file, InputEntry cell, String fact) {
        var possible = KnownNames.WORDS.get(fact);
        return possible == null
                ? Stream.empty()
                : Feel.texts(cell.getTextContent())
                        .filter(word -> !word.isEmpty() && !possible.contains(word))
                        .map(word -> ProcessFinding.refuse(
                                file.file(), cell.getId(), "table.word", fact, word, shortly(possible)));
    }

    private static String shortly(Set<String> words) {
        return words.size() > MANY ? "AT, DE, TW …" : Words.list(words);
    }

    static String read(Input column) {
        return column.getInputExpression() == null
                ? ""
                : column.getInputExpression().getTextContent().strip();
    }
}
