package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.instant;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** How long goods have been reserved that have not left yet, by site. */
final class ReservationAges implements Report {

    private static final String SQL = """
        select s.site, max(i.name) as name, sum(s.quantity) as units, min(s.reserved_at) as oldest,
          sum(case when s.reserved_at > :day then s.quantity else 0 end) as young,
          sum(case when s.reserved_at <= :day and s.reserved_at > :threeDays then s.quantity else 0 end) as days,
          sum(case when s.reserved_at <= :threeDays and s.reserved_at > :week then s.quantity else 0 end) as in_week,
          sum(case when s.reserved_at <= :week then s.quantity else 0 end) as old
        from reservation s join site i on i.code = s.site where s.status = 'OPEN' and {site} group by s.site order by s.site""";

    private final ReportDatabase database;

    ReservationAges(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "reservation-ages";
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return Set.of(ReportFilter.Field.SITE);
    }

    @Override
    public Optional<String> pageOfRow() {
        return Optional.of("/sites/");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("units-reserved", Unit.COUNT).of(reserved("")),
                Column.sum("units-day", Unit.COUNT).of(reserved(" and s.reserved_at > :day")),
                Column.sum("units-days", Unit.COUNT)
                        .of(reserved(" and s.reserved_at <= :day and s.reserved_at > :threeDays")),
                Column.sum("units-week", Unit.COUNT)
                        .of(reserved(" and s.reserved_at <= :threeDays and s.reserved_at > :week")),
                Column.sum("units-old", Unit.COUNT).of(reserved(" and s.reserved_at <= :week")),
                Column.each("oldest", Unit.DAYS));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(reserved(""));
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        var values = new HashMap<String, Object>(database.ages(filter));
        values.putAll(Report.keyOrAny(key));
        return values;
    }

    private static String reserved(String age) {
        return """
            exists (select 1 from reservation s where s.order_number = o.number and s.status = 'OPEN' and {site}
              and (:any = 1 or s.site = :key)%s)""".formatted(age);
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var now = database.now();
        return database.rows(
                SQL,
                filter.on(null),
                database.ages(filter),
                (row, i) -> new Row(
                        row.getString("site"),
                        row.getString("name"),
                        Arrays.asList(
                                row.getBigDecimal("units"),
                                row.getBigDecimal("young"),
                                row.getBigDecimal("days"),
                                row.getBigDecimal("in_week"),
                                row.getBigDecimal("old"),
                                Figures.days(Duration.between(instant(row, "oldest"), now)
                                        .toSeconds()))));
    }
}
