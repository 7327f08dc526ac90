package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.LOST;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS;
import static io.ordertrail.report.figure.ReportDatabase.instant;
import static io.ordertrail.report.figure.ReportDatabase.utc;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** Which rules held orders, how their holds ended, and how long they took. A rule whose holds are all released only costs time. */
final class HoldsByRule implements Report {

    private record Held(String rule, String order, String status, String state, Long seconds) {}

    private static final int MEDIAN = 50;
    private static final String SQL = """
        select h.rule_id, h.order_number, h.status, h.opened_at, h.closed_at, o.state
        from %s join order_hold h on h.order_number = o.number where {orders} and h.opened_at >= :opened""".formatted(ORDERS);
    private static final String HELD =
            "exists (select 1 from order_hold h where h.order_number = o.number and (:any = 1 or h.rule_id = :key)%s)";
    /** Orders are held after their entry. A node can be a little ahead of another one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final ReportDatabase database;

    HoldsByRule(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "holds-by-rule";
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return OF_DURATIONS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("holds", Unit.COUNT),
                Column.each("orders", Unit.COUNT).of(Column.ALL),
                Column.sum("holds-open", Unit.COUNT).of(held("OPEN")),
                Column.sum("holds-released", Unit.COUNT).of(held("RELEASED")),
                Column.sum("holds-lapsed", Unit.COUNT).of(held("LAPSED")),
                Column.each("released-share", Unit.PERCENT),
                Column.each("held-lost", Unit.COUNT).of(LOST),
                Column.each("hold-median", Unit.HOURS));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(HELD.formatted(""));
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        return Report.keyOrAny(key);
    }

    private static String held(String status) {
        return HELD.formatted(" and h.status = '" + status + "'");
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var clock = database.clock(filter);
        return database
                .rows(SQL, filter, Map.of("opened", utc(filter.period().start().minus(AHEAD))), (row, i) -> {
                    var closed = instant(row, "closed_at");
                    return new Held(
                            row.getString("rule_id"),
                            row.getString("order_number"),
                            row.getString("status"),
                            row.getString("state"),
                            closed == null ? null : clock.seconds(instant(row, "opened_at"), closed));
                })
                .stream()
                .collect(Collectors.groupingBy(Held::rule))
                .entrySet()
                .stream()
                .map(rule -> row(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparing((Row row) -> row.figures().get(0))
                        .reversed()
                        .thenComparing(Row::key))
                .toList();
    }

    private static Row row(String rule, List<Held> holds) {
        var released = with("RELEASED", holds);
        var lapsed = with("LAPSED", holds);
        var seconds = holds.stream()
                .map(Held::seconds)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Row(
                rule,
                null,
                Arrays.asList(
                        Figures.count(holds.size()),
                        Figures.count(holds.stream().map(Held::order).distinct().count()),
                        Figures.count(with("OPEN", holds)),
                        Figures.count(released),
                        Figures.count(lapsed),
                        Figures.share(released, released + lapsed),
                        Figures.count(holds.stream()
                                .filter(hold -> hold.state().equals("REJECTED")
                                        || hold.state().equals("CANCELLED"))
                                .map(Held::order)
                                .distinct()
                                .count()),
                        seconds.isEmpty() ? null : Figures.hours(Figures.percentile(seconds, MEDIAN))));
    }

    private static long with(String status, List<Held> holds) {
        return holds.stream().filter(hold -> hold.status().equals(status)).count();
    }
}
