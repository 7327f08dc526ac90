package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.KEPT;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** What was ordered in a period, by product or by category. */
final class LinesBy implements Report {

    /** A field of the product of a line, as SQL. */
    enum Grouping {
        PRODUCT("l.sku", "max(p.name)"),
        CATEGORY("p.category", "null");

        private final String key;
        private final String name;

        Grouping(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    private static final String SQL = """
        select %1$s as report_key, %2$s as report_name, sum(l.quantity) as units, sum(l.cancelled_quantity) as cancelled,
          count(distinct o.number) as orders,
          sum(case when %3$s and o.currency = :currency then l.amount else 0 end) as turnover
        from %4$s join order_line l on l.order_number = o.number join product p on p.sku = l.sku
        where {orders} group by %1$s order by units desc, report_key""";

    private final Grouping grouping;
    private final ReportDatabase database;

    LinesBy(Grouping grouping, ReportDatabase database) {
        this.grouping = grouping;
        this.database = database;
    }

    @Override
    public String name() {
        return grouping == Grouping.PRODUCT ? "orders-by-product" : "orders-by-category";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("units", Unit.COUNT),
                Column.sum("units-cancelled", Unit.COUNT),
                Column.each("orders", Unit.COUNT).of(Column.ALL),
                Column.sum("turnover", Unit.MONEY));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("exists (select 1 from order_line l join product p on p.sku = l.sku"
                + " where l.order_number = o.number and " + grouping.key + " = :key)");
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return database.rows(
                SQL.formatted(grouping.key, grouping.name, KEPT, ORDERS),
                filter,
                (row, i) -> new Row(
                        row.getString("report_key"),
                        row.getString("report_name"),
                        Arrays.asList(
                                row.getBigDecimal("units"),
                                row.getBigDecimal("cancelled"),
                                row.getBigDecimal("orders"),
                                row.getBigDecimal("turnover"))));
    }
}
