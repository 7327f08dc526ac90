package io.ordertrail.process.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

import io.ordertrail.process.file.ProcessFiles;

/** Rules of tables that were added, changed or removed. */
final class TableDifferences {

    private static final String ANY = "–";

    /** A rule with its number in the table, which is how people call it. */
    private record Row(int number, List<String> cells) {}

    private record Grid(List<String> columns, Map<String, Row> rows, String policy) {}

    private TableDifferences() {}

    static Stream<FileDifference> between(ProcessFiles former, ProcessFiles later) {
        return later.tables().stream()
                .flatMap(table -> table.decisions()
                        .flatMap(decision -> decision(former, decision.getId())
                                .map(before -> FileDifference.in(table.file(), between(before, decision)))
                                .orElseGet(Stream::empty)));
    }

    private static Optional<Decision> decision(ProcessFiles files, String id) {
        return files.tables().stream()
                .flatMap(ProcessFiles.Table::decisions)
                .filter(decision -> String.valueOf(id).equals(decision.getId()))
                .findFirst();
    }

    private static Stream<Difference> between(Decision before, Decision after) {
        if (!(before.getExpression() instanceof DecisionTable former)
                || !(after.getExpression() instanceof DecisionTable later)) {
            return Stream.empty();
        }
        return between(name(after), grid(former), grid(later));
    }

    private static Stream<Difference> between(String table, Grid before, Grid after) {
        var policy = Difference.unless(
                before.policy().equals(after.policy()), "policy", table, before.policy(), after.policy());
        if (!before.columns().equals(after.columns())) {
            return Stream.concat(
                    policy,
                    Stream.of(Difference.of(
                            "columns",
                            table,
                            String.join(", ", before.columns()),
                            String.join(", ", after.columns()))));
        }
        return Stream.concat(policy, rows(table, before, after));
    }

    private static Stream<Difference> rows(String table, Grid before, Grid after) {
        var removed = before.rows().entrySet().stream()
                .filter(row -> !after.rows().containsKey(row.getKey()))
                .map(row ->
                        Difference.of("rule.removed", table, number(row.getValue()), words(before, row.getValue())));
        var others = after.rows().entrySet().stream()
                .flatMap(row -> before.rows().containsKey(row.getKey())
                        ? cells(table, after.columns(), before.rows().get(row.getKey()), row.getValue())
                        : Stream.of(Difference.of(
                                "rule.added", table, number(row.getValue()), words(after, row.getValue()))));
        return Stream.concat(others, removed);
    }

    private static Stream<Difference> cells(String table, List<String> columns, Row before, Row after) {
        return IntStream.range(0, Math.min(before.cells().size(), after.cells().size()))
                .boxed()
                .flatMap(i -> Difference.unless(
                        before.cells().get(i).equals(after.cells().get(i)),
                        "rule.changed",
                        table,
                        number(after),
                        columns.get(i),
                        orAny(before.cells().get(i)),
                        orAny(after.cells().get(i))));
    }

    private static String number(Row row) {
        return String.valueOf(row.number());
    }

    private static String words(Grid grid, Row row) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> !row.cells().get(i).isEmpty())
                .mapToObj(i -> grid.columns().get(i) + " " + row.cells().get(i))
                .collect(Collectors.joining(", "));
    }

    private static String orAny(String cell) {
        return cell.isEmpty() ? ANY : cell;
    }

    private static Grid grid(DecisionTable table) {
        var columns = new ArrayList<String>();
        table.getInputs().forEach(input -> columns.add(text(input.getInputExpression())));
        table.getOutputs().forEach(output -> columns.add(String.valueOf(output.getName())));
        var rows = new LinkedHashMap<String, Row>();
        int number = 0;
        for (var rule : table.getRules()) {
            number++;
            rows.put(rule.getId() == null ? "#" + number : rule.getId(), new Row(number, cells(rule)));
        }
        return new Grid(columns, rows, table.getHitPolicy() + " " + table.getAggregation());
    }

    private static List<String> cells(Rule rule) {
        return Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                .map(TableDifferences::text)
                .toList();
    }

    private static String text(DmnElement cell) {
        return cell == null ? "" : cell.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static String name(Decision decision) {
        return decision.getName() == null ? decision.getId() : decision.getName();
    }
}
