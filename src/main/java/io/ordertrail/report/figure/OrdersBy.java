package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.KEPT;
import static io.ordertrail.report.figure.ReportDatabase.LOST;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS_OF_CUSTOMERS;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** Orders of a period, grouped by one of their fields. */
final class OrdersBy implements Report {

    /** A field of an order, as SQL. */
    enum Grouping {
        STATE("o.state", "null", ORDERS, Keys.STATE),
        CHANNEL("o.channel", "null", ORDERS, Keys.CHANNEL),
        CUSTOMER("o.customer", "max(c.name)", ORDERS_OF_CUSTOMERS, Keys.TEXT, Sight.CUSTOMERS),
        COUNTRY(ReportDatabase.COUNTRY, "null", ORDERS_OF_CUSTOMERS, Keys.COUNTRY),
        PERSON("o.entered_by", "null", ORDERS, Keys.TEXT, Sight.PERSONS);

        private final String key;
        private final String name;
        private final String orders;
        private final Keys keys;
        private final Set<Sight> needs;

        Grouping(String key, String name, String orders, Keys keys, Sight... needs) {
            this.key = key;
            this.name = name;
            this.orders = orders;
            this.keys = keys;
            this.needs = Set.copyOf(Arrays.asList(needs));
        }
    }

    static final List<Column> COLUMNS = List.of(
            Column.sum("orders", Unit.COUNT).of(Column.ALL),
            Column.sum("share", Unit.PERCENT),
            Column.sum("lost", Unit.COUNT).of(LOST),
            Column.sum("turnover", Unit.MONEY),
            Column.each("average", Unit.MONEY));

    private static final String SQL = """
        select %1$s as report_key, %2$s as report_name, count(*) as orders,
          sum(case when %3$s then 0 else 1 end) as lost,
          sum(case when %3$s and o.currency = :currency then o.total else 0 end) as turnover,
          sum(case when %3$s and o.currency = :currency then 1 else 0 end) as paying
        from %4$s where {orders} group by %1$s order by orders desc, report_key""";

    private final Grouping grouping;
    private final ReportDatabase database;
    private final FieldCipher cipher;

    OrdersBy(Grouping grouping, ReportDatabase database, FieldCipher cipher) {
        this.grouping = grouping;
        this.database = database;
        this.cipher = cipher;
    }

    /** The figures of orders that have something in common. */
    record Sums(String key, String name, long orders, long lost, BigDecimal turnover, long paying) {

        Row row(long all) {
            return new Row(
                    key,
                    name,
                    Arrays.asList(
                            Figures.count(orders),
                            Figures.share(orders, all),
                            Figures.count(lost),
                            turnover,
                            Figures.ratio(turnover, Figures.count(paying))));
        }
    }

    @Override
    public String name() {
        return "orders-by-" + grouping.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Keys keys() {
        return grouping.keys;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<Sight> needs() {
        return grouping.needs;
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(grouping.key + " = :key");
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var sums = database.rows(
                SQL.formatted(grouping.key, grouping.name, KEPT, grouping.orders),
                filter,
                (row, i) -> new Sums(
                        row.getString("report_key"),
                        name(row.getString("report_key"), row.getString("report_name")),
                        row.getLong("orders"),
                        row.getLong("lost"),
                        row.getBigDecimal("turnover"),
                        row.getLong("paying")));
        var all = sums.stream().mapToLong(Sums::orders).sum();
        return sums.stream().map(sum -> sum.row(all)).toList();
    }

    /** Only customers have names. */
    private String name(String key, String stored) {
        return cipher.decrypt(new Place("customer", "name", key), stored);
    }
}
