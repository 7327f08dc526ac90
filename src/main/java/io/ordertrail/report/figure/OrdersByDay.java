package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.ordertrail.report.figure.OrderTimes.Quarter;
import io.ordertrail.report.figure.OrdersBy.Sums;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;

/** Orders by the day of their entry, with the days without an order. */
final class OrdersByDay implements Report {

    private final OrderTimes times;

    OrdersByDay(ReportDatabase database) {
        this.times = new OrderTimes(database);
    }

    @Override
    public String name() {
        return "orders-by-day";
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
    public List<Column> columns() {
        return OrdersBy.COLUMNS;
    }

    /** A day is a filter itself. */
    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("cast({entered} as date) = :key");
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return days(filter.period(), times.quarters(filter));
    }

    static List<Row> days(ReportPeriod period, List<Quarter> quarters) {
        var byDay = quarters.stream()
                .collect(Collectors.groupingBy(quarter -> quarter.at().toLocalDate()));
        var all = quarters.stream().mapToLong(Quarter::orders).sum();
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> sums(day, byDay.getOrDefault(day, List.of())).row(all))
                .toList();
    }

    private static Sums sums(LocalDate day, List<Quarter> quarters) {
        return new Sums(
                day.toString(),
                null,
                quarters.stream().mapToLong(Quarter::orders).sum(),
                quarters.stream().mapToLong(Quarter::lost).sum(),
                quarters.stream().map(Quarter::turnover).reduce(BigDecimal.ZERO, BigDecimal::add),
                quarters.stream().mapToLong(Quarter::paying).sum());
    }
}
