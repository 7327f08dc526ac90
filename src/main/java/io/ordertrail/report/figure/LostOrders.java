package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why orders were cancelled or rejected: the reason that a person gave last. */
final class LostOrders implements Report {

    /** The last reason of an order. */
    private static final String REASON = """
        coalesce(trim((select e.note from order_event e where e.order_number = o.number
          and e.what in ('cancellation', 'decided.reject', 'decided.withdraw', 'decided.cancel', 'decided.giveBack')
          order by e.at desc, e.id desc limit 1)), '')\
        """;

    private static final String LOST = "o.state in ('REJECTED', 'CANCELLED')";
    private static final String SQL = """
        select reason, count(*) as orders, sum(case when state = 'REJECTED' then 1 else 0 end) as rejected,
          sum(case when state = 'CANCELLED' then 1 else 0 end) as cancelled,
          sum(case when currency = :currency then total else 0 end) as amount
        from (select o.state, o.currency, o.total, %s as reason from %s where {orders} and %s) lost
        group by reason order by orders desc, reason""".formatted(REASON, ORDERS, LOST);

    private final ReportDatabase database;

    LostOrders(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "lost-orders";
    }

    @Override
    public Keys keys() {
        return Keys.TEXT;
    }

    @Override
    public Shape shape() {
        return Shape.BARS;
    }

    /** A reason is a free text and can name anybody. */
    @Override
    public Set<Sight> needs() {
        return Set.of(Sight.CUSTOMERS);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("orders", Unit.COUNT),
                Column.sum("rejected", Unit.COUNT),
                Column.sum("cancelled", Unit.COUNT),
                Column.sum("amount", Unit.MONEY));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(LOST + " and " + REASON + " = :key");
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return database.rows(
                SQL,
                filter,
                (row, i) -> new Row(
                        row.getString("reason"),
                        null,
                        List.of(
                                row.getBigDecimal("orders"),
                                row.getBigDecimal("rejected"),
                                row.getBigDecimal("cancelled"),
                                row.getBigDecimal("amount"))));
    }
}
