package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** For how long the open orders have been open, by their state. */
final class Ageing implements Report {

    private static final String OPEN = "o.state not in ('RECEIVED', 'REJECTED', 'CANCELLED')";
    private static final String SQL = """
        select o.state, sum(case when o.entered_at > :day then 1 else 0 end) as young,
          sum(case when o.entered_at <= :day and o.entered_at > :threeDays then 1 else 0 end) as days,
          sum(case when o.entered_at <= :threeDays and o.entered_at > :week then 1 else 0 end) as in_week,
          sum(case when o.entered_at <= :week then 1 else 0 end) as old
        from %s where {orders} and %s group by o.state""".formatted(ORDERS, OPEN);

    private final ReportDatabase database;

    Ageing(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "ageing";
    }

    @Override
    public Keys keys() {
        return Keys.STATE;
    }

    @Override
    public Shape shape() {
        return Shape.GRID;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("age-day", Unit.COUNT).of(OPEN + " and o.entered_at > :day"),
                Column.sum("age-days", Unit.COUNT).of(OPEN + " and o.entered_at <= :day and o.entered_at > :threeDays"),
                Column.sum("age-week", Unit.COUNT)
                        .of(OPEN + " and o.entered_at <= :threeDays and o.entered_at > :week"),
                Column.sum("age-old", Unit.COUNT).of(OPEN + " and o.entered_at <= :week"));
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return Set.of(
                ReportFilter.Field.CHANNEL,
                ReportFilter.Field.CUSTOMER,
                ReportFilter.Field.COUNTRY,
                ReportFilter.Field.CLOCK);
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("o.state = :key");
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        var values = new HashMap<String, Object>(database.ages(filter));
        values.put("key", key);
        return values;
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return database
                .rows(
                        SQL,
                        filter.on(null),
                        database.ages(filter),
                        (row, i) -> new Row(
                                row.getString("state"),
                                null,
                                List.of(
                                        row.getBigDecimal("young"),
                                        row.getBigDecimal("days"),
                                        row.getBigDecimal("in_week"),
                                        row.getBigDecimal("old"))))
                .stream()
                .sorted(Comparator.comparing(row -> OrderState.valueOf(row.key())))
                .toList();
    }
}
