package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.instant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** Purchases that ended in a period: whether all goods came by the promised day, by product. */
final class PurchasesOnTime implements Report {

    private record Ended(String sku, String name, boolean complete, long late, long ordered, long received) {

        boolean onTime() {
            return complete && late <= 0;
        }
    }

    private static final String SQL = """
        select s.sku, p.name, s.state, s.ended_at, s.expected, s.ordered, s.received
        from purchase_order s join product p on p.sku = s.sku
        where s.state in ('RECEIVED', 'CLOSED') and s.ended_at >= :from and s.ended_at < :to and {site} order by s.sku""";

    private final ReportDatabase database;

    PurchasesOnTime(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "purchases-on-time";
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return OF_STOCK;
    }

    @Override
    public Optional<String> pageOfRow() {
        return Optional.of("/stock/");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("purchases", Unit.COUNT),
                Column.sum("purchases-on-time", Unit.COUNT),
                Column.each("on-time-share", Unit.PERCENT),
                Column.each("days-late", Unit.DAYS),
                Column.sum("units-ordered", Unit.COUNT),
                Column.sum("units-received", Unit.COUNT));
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var zone = filter.period().zone();
        return database
                .rows(
                        SQL,
                        filter,
                        (row, i) -> new Ended(
                                row.getString("sku"),
                                row.getString("name"),
                                row.getString("state").equals("RECEIVED"),
                                ChronoUnit.DAYS.between(
                                        row.getObject("expected", LocalDate.class),
                                        instant(row, "ended_at").atZone(zone).toLocalDate()),
                                row.getLong("ordered"),
                                row.getLong("received")))
                .stream()
                .collect(Collectors.groupingBy(Ended::sku, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PurchasesOnTime::row)
                .toList();
    }

    private static Row row(List<Ended> purchases) {
        var onTime = purchases.stream().filter(Ended::onTime).count();
        var late = purchases.stream().filter(one -> one.late() > 0).toList();
        return new Row(
                purchases.get(0).sku(),
                purchases.get(0).name(),
                Arrays.asList(
                        Figures.count(purchases.size()),
                        Figures.count(onTime),
                        Figures.share(onTime, purchases.size()),
                        Figures.ratio(
                                Figures.count(
                                        late.stream().mapToLong(Ended::late).sum()),
                                Figures.count(late.size())),
                        Figures.count(
                                purchases.stream().mapToLong(Ended::ordered).sum()),
                        Figures.count(
                                purchases.stream().mapToLong(Ended::received).sum())));
    }
}
