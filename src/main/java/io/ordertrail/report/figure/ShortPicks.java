package io.ordertrail.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** What was reserved and not found when it was to be picked, by product. */
final class ShortPicks implements Report {

    private static final String SQL = """
        select s.sku, max(p.name) as name,
          sum(case when s.kind = 'SHORTFALL' then -s.on_hand_change else 0 end) as short_units,
          count(distinct case when s.kind = 'SHORTFALL' then s.order_number end) as orders,
          sum(case when s.kind = 'SHIPMENT' then -s.on_hand_change else 0 end) as shipped
        from stock_movement s join product p on p.sku = s.sku
        where s.kind in ('SHORTFALL', 'SHIPMENT') and s.at >= :from and s.at < :to and {site} group by s.sku
        having sum(case when s.kind = 'SHORTFALL' then 1 else 0 end) > 0 order by short_units desc, s.sku""";

    private static final String SHORT = StockByProduct.moved("SHORTFALL");
    private static final String SHIPPED = StockByProduct.moved("SHIPMENT");

    private final ReportDatabase database;

    ShortPicks(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "short-picks";
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
                Column.sum("units-short", Unit.COUNT).of(SHORT),
                Column.each("orders", Unit.COUNT).of(SHORT),
                Column.sum("units-shipped", Unit.COUNT).of(SHIPPED),
                Column.each("short-share", Unit.PERCENT));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(SHORT + " or " + SHIPPED);
    }

    @Override
    public boolean isOfEntries() {
        return false;
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        return Report.keyOrAny(key);
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return database.rows(SQL, filter, (row, i) -> {
            var missing = row.getLong("short_units");
            return new Row(
                    row.getString("sku"),
                    row.getString("name"),
                    Arrays.asList(
                            Figures.count(missing),
                            row.getBigDecimal("orders"),
                            row.getBigDecimal("shipped"),
                            Figures.share(missing, missing + row.getLong("shipped"))));
        });
    }
}
