package io.ordertrail.process.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Table;

/** A table has an id that nobody asks for, another hit policy, other outputs, or no rule. */
final class TableShape implements ProcessRule {

    private static final Map<String, Set<String>> OUTPUTS = Map.of(
            OrderFulfilment.CHECKS,
            Set.of("rule", "reason", "severity"),
            OrderFulfilment.SITE_CHOICE,
            Set.of("points"));

    private static final Set<String> NUMBERS = Set.of("double", "number", "integer", "long");

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return Stream.of(
                        files.tables().stream()
                                .flatMap(table -> table.decisions().flatMap(decision -> ofDecision(table, decision))),
                        files.tables().isEmpty() ? Stream.<ProcessFinding>empty() : missing(files),
                        twice(files))
                .flatMap(found -> found);
    }

    /** The table that is asked for stays the old one, and nothing says so. */
    private static Stream<ProcessFinding> missing(ProcessFiles files) {
        return OUTPUTS.keySet().stream()
                .filter(id -> files.tables().stream()
                        .flatMap(Table::decisions)
                        .noneMatch(decision -> id.equals(decision.getId())))
                .map(id -> ProcessFinding.refuse(files.tables().get(0).file(), null, "table.missing", id));
    }

    private static Stream<ProcessFinding> twice(ProcessFiles files) {
        var seen = new HashSet<String>();
        return files.tables().stream()
                .flatMap(table -> table.decisions()
                        .filter(decision -> !seen.add(decision.getId()))
                        .map(decision -> ProcessFinding.refuse(
                                table.file(), decision.getId(), "table.twice", decision.getId())));
    }

    private static Stream<ProcessFinding> ofDecision(Table file, Decision decision) {
        var id = decision.getId();
        if (!OUTPUTS.containsKey(id)) {
            return Stream.of(ProcessFinding.refuse(file.file(), id, "table.foreign", id, Words.list(OUTPUTS.keySet())));
        }
        return table(decision)
                .map(table -> Stream.of(
                                policy(file, id, table),
                                outputs(file, id, table),
                                types(file, id, table),
                                rules(file, id, table))
                        .flatMap(found -> found))
                .orElseGet(() -> Stream.of(ProcessFinding.refuse(file.file(), id, "table.none", id)));
    }

    static Optional<DecisionTable> table(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table ? Optional.of(table) : Optional.empty();
    }

    private static Stream<ProcessFinding> policy(Table file, String id, DecisionTable table) {
        var aggregation = id.equals(OrderFulfilment.SITE_CHOICE) ? BuiltinAggregator.SUM : null;
        var expected = aggregation == null ? "COLLECT" : "COLLECT SUM";
        return table.getHitPolicy() == HitPolicy.COLLECT && table.getAggregation() == aggregation
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        file.file(), id, "table.policy", table.getHitPolicy().name(), expected));
    }

    private static Stream<ProcessFinding> outputs(Table file, String id, DecisionTable table) {
        Set<String> names = table.getOutputs().stream().map(Output::getName).collect(Collectors.toSet());
        return names.equals(OUTPUTS.get(id))
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        file.file(),
                        id,
                        "table.outputs",
                        String.join(", ", names.stream().map(String::valueOf).toList()),
                        Words.list(OUTPUTS.get(id))));
    }

    /** The engine turns a result into the type of its column, and fails where it cannot. */
    private static Stream<ProcessFinding> types(Table file, String id, DecisionTable table) {
        var fitting = id.equals(OrderFulfilment.SITE_CHOICE) ? NUMBERS : Set.of("string");
        return table.getOutputs().stream()
                .filter(output -> output.getTypeRef() != null && !fitting.contains(output.getTypeRef()))
                .map(output -> ProcessFinding.refuse(
                        file.file(),
                        output.getId(),
                        "table.type",
                        String.valueOf(output.getName()),
                        output.getTypeRef(),
                        Words.list(fitting)));
    }

    private static Stream<ProcessFinding> rules(Table file, String id, DecisionTable table) {
        return table.getRules().isEmpty()
                ? Stream.of(ProcessFinding.refuse(file.file(), id, "table.no-rules", id))
                : Stream.empty();
    }
}
