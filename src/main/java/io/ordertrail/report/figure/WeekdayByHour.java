package io.ordertrail.report.figure;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ordertrail.report.figure.OrderTimes.Quarter;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** When orders are entered: by weekday and hour. */
final class WeekdayByHour implements Report {

    private static final int HOURS = 24;

    private final OrderTimes times;

    WeekdayByHour(ReportDatabase database) {
        this.times = new OrderTimes(database);
    }

    @Override
    public String name() {
        return "weekday-by-hour";
    }

    @Override
    public Keys keys() {
        return Keys.WEEKDAY;
    }

    @Override
    public Shape shape() {
        return Shape.GRID;
    }

    @Override
    public List<Column> columns() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> new Column(
                        "hour", Unit.COUNT, true, "%02d".formatted(hour), "extract(hour from {entered}) = " + hour))
                .toList();
    }

    /** A database counts the days since a Monday. */
    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("mod(timestampdiff(day, date '1900-01-01', cast({entered} as date)), 7) = :weekday");
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        return key == null ? Map.of() : Map.of("weekday", DayOfWeek.valueOf(key).ordinal());
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var orders = times.quarters(filter).stream()
                .collect(Collectors.groupingBy(
                        quarter -> quarter.at().getDayOfWeek(),
                        Collectors.groupingBy(
                                quarter -> quarter.at().getHour(), Collectors.summingLong(Quarter::orders))));
        return Arrays.stream(DayOfWeek.values())
                .map(weekday -> new Row(
                        weekday.name(),
                        null,
                        IntStream.range(0, HOURS)
                                .mapToObj(hour -> Figures.count(
                                        orders.getOrDefault(weekday, Map.of()).getOrDefault(hour, 0L)))
                                .toList()))
                .toList();
    }
}
