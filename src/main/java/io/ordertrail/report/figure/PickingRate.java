package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.instant;
import static io.ordertrail.report.figure.ReportDatabase.utc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/**
 * How many units the warehouse picks in an hour of work, by day. The work on a task begins when somebody claims it and
 * ends when they complete it. An order that is picked in parts counts with an equal share of its units each time.
 */
final class PickingRate implements Report {

    private static final int PLACES = 1;
    private static final BigDecimal MILLISECONDS_OF_HOUR = BigDecimal.valueOf(3_600_000);
    private static final String PICKED = """
        select e.at, (select coalesce(sum(r.found), 0) from reservation r where r.order_number = e.order_number) as units,
          (select count(*) from order_event t
            where t.order_number = e.order_number and t.what in ('picked', 'picked-short')) as picks
        from order_event e where e.to_state is null and e.what in ('picked', 'picked-short') and e.at >= :from and e.at < :to""";

    private static final String PICKED_THEN = """
        exists (select 1 from order_event e where e.order_number = o.number and e.to_state is null
          and e.what in ('picked', 'picked-short') and e.at >= :begin and e.at < :end)""";

    private static final String WORKED = """
        select ended_on, sum(worked) as worked from measured_task
        where step = 'pickAndPack' and ended_on >= :first and ended_on <= :last group by ended_on""";

    /** A pick, with its share of the units of its order. */
    private record Pick(LocalDate day, BigDecimal units) {}

    private final ReportDatabase database;

    PickingRate(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "picking-rate";
    }

    @Override
    public Keys keys() {
        return Keys.DAY;
    }

    @Override
    public Shape shape() {
        return Shape.DAYS;
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return Set.of(ReportFilter.Field.PERIOD);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.each("units-per-hour", Unit.TIMES),
                Column.sum("units-picked", Unit.TIMES).of(PICKED_THEN),
                Column.sum("hours-worked", Unit.HOURS),
                Column.sum("picks", Unit.COUNT).of(PICKED_THEN));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(PICKED_THEN);
    }

    @Override
    public boolean isOfEntries() {
        return false;
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        var period = filter.period();
        var days = key == null ? period : new ReportPeriod(LocalDate.parse(key), LocalDate.parse(key), period.zone());
        return Map.of("begin", utc(days.start()), "end", utc(days.end()));
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var picks = picks(filter).stream().collect(Collectors.groupingBy(Pick::day));
        var worked = worked(filter);
        var period = filter.period();
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> row(day, picks.getOrDefault(day, List.of()), worked.getOrDefault(day, BigDecimal.ZERO)))
                .toList();
    }

    private static Row row(LocalDate day, List<Pick> picks, BigDecimal worked) {
        var units = picks.stream().map(Pick::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Row(
                day.toString(),
                null,
                Arrays.asList(
                        Figures.ratio(units.multiply(MILLISECONDS_OF_HOUR), worked),
                        units.setScale(PLACES, RoundingMode.HALF_UP),
                        Figures.ratio(worked, MILLISECONDS_OF_HOUR),
                        Figures.count(picks.size())));
    }

    private List<Pick> picks(ReportFilter filter) {
        var zone = filter.period().zone();
        return database.rows(
                PICKED,
                filter,
                (row, i) -> new Pick(
                        instant(row, "at").atZone(zone).toLocalDate(),
                        row.getBigDecimal("units").divide(row.getBigDecimal("picks"), 4, RoundingMode.HALF_UP)));
    }

    /** In milliseconds. */
    private Map<LocalDate, BigDecimal> worked(ReportFilter filter) {
        return database
                .rows(
                        WORKED,
                        filter,
                        Map.of(
                                "first",
                                filter.period().from(),
                                "last",
                                filter.period().to()),
                        (row, i) -> Map.entry(row.getObject("ended_on", LocalDate.class), row.getBigDecimal("worked")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
