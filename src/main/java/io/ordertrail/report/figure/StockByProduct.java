package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

/** Stock of each product: what is there, how often it was turned over in a period, and for how long it lasts. */
final class StockByProduct implements Report {

    private static final String LEVELS = """
        select s.sku, max(p.name) as name, sum(s.on_hand) as on_hand, sum(s.reserved) as reserved, sum(s.incoming) as incoming
        from stock_item s join product p on p.sku = s.sku where {site} group by s.sku order by s.sku""";

    private static final String MOVED = """
        select s.sku, sum(case when s.kind = 'SHIPMENT' and s.at < :to then -s.on_hand_change else 0 end) as shipped,
          sum(s.on_hand_change) as since_begin, sum(case when s.at >= :to then s.on_hand_change else 0 end) as since_end
        from stock_movement s where s.at >= :from and {site} group by s.sku""";

    private record Moved(String sku, long shipped, long sinceBegin, long sinceEnd) {}

    private record Level(String sku, String name, long onHand, long reserved, long incoming) {}

    private final ReportDatabase database;

    StockByProduct(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "stock-by-product";
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
                Column.sum("units-shipped", Unit.COUNT).of(moved("SHIPMENT")),
                Column.each("turns", Unit.TIMES),
                Column.each("cover", Unit.DAYS),
                Column.sum("stock-out", Unit.COUNT),
                Column.sum("on-hand", Unit.COUNT),
                Column.sum("available", Unit.COUNT),
                Column.sum("incoming", Unit.COUNT));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(moved("SHIPMENT"));
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
        var moved = moved(filter);
        return database
                .rows(
                        LEVELS,
                        filter,
                        (row, i) -> new Level(
                                row.getString("sku"),
                                row.getString("name"),
                                row.getLong("on_hand"),
                                row.getLong("reserved"),
                                row.getLong("incoming")))
                .stream()
                .map(level -> row(
                        level,
                        moved.getOrDefault(level.sku(), new Moved(level.sku(), 0, 0, 0)),
                        filter.period().days()))
                .toList();
    }

    /** Orders that goods left for, or should have, in the period. */
    static String moved(String kind) {
        return """
            exists (select 1 from stock_movement s where s.order_number = o.number and s.kind = '%s' and s.at >= :from and s.at < :to
              and {site} and (:any = 1 or s.sku = :key))""".formatted(kind);
    }

    private Map<String, Moved> moved(ReportFilter filter) {
        var moved = new HashMap<String, Moved>();
        database.rows(
                        MOVED,
                        filter,
                        (row, i) -> new Moved(
                                row.getString("sku"),
                                row.getLong("shipped"),
                                row.getLong("since_begin"),
                                row.getLong("since_end")))
                .forEach(one -> moved.put(one.sku(), one));
        return moved;
    }

    private static Row row(Level level, Moved moved, int days) {
        var opening = level.onHand() - moved.sinceBegin();
        var closing = level.onHand() - moved.sinceEnd();
        var average = BigDecimal.valueOf(opening + closing).divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
        var available = level.onHand() - level.reserved();
        return new Row(
                level.sku(),
                level.name(),
                Arrays.asList(
                        Figures.count(moved.shipped()),
                        Figures.ratio(Figures.count(moved.shipped()), average),
                        Figures.ratio(Figures.count(available * days), Figures.count(moved.shipped())),
                        Figures.count(available <= 0 ? 1 : 0),
                        Figures.count(level.onHand()),
                        Figures.count(available),
                        Figures.count(level.incoming())));
    }
}
