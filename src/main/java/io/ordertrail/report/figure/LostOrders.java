package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.LOST;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.SubjectKeys;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** Why orders were cancelled or rejected: the reason that a person gave last. The database cannot read it. */
final class LostOrders implements Report {

    private static final String SQL = """
        select o.number, case when o.state = 'REJECTED' then 1 else 0 end as rejected,
          case when o.currency = :currency then o.total else 0 end as amount, e.id, e.note, k.sealed
        from %s
          left join order_event e on e.id = (select last.id from order_event last where last.order_number = o.number
            and last.what in ('cancellation', 'decided.reject', 'decided.withdraw', 'decided.cancel', 'decided.giveBack')
            order by last.at desc, last.id desc limit 1)
          left join subject_key k on k.subject = concat('ORDER:', o.number)
        where {orders} and %s order by o.entered_at desc, o.number desc\
        """.formatted(ORDERS, LOST);

    /** More numbers are too long a list for SQL. */
    private static final int MOST_NUMBERS = 20_000;

    private final ReportDatabase database;
    private final SubjectKeys keys;

    LostOrders(ReportDatabase database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * An order that was lost.
     *
     * @param rejected 1 for an order that was rejected, 0 for one that was cancelled
     */
    private record Lost(String number, String reason, BigDecimal rejected, BigDecimal amount) {

        BigDecimal cancelled() {
            return BigDecimal.ONE.subtract(rejected);
        }
    }

    @Override
    public String name() {
        return "lost-orders";
    }

    /** A reason is a free text and can name anybody. */
    @Override
    public Set<Sight> needs() {
        return Set.of(Sight.CUSTOMERS);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.sum("orders", Unit.COUNT).of(LOST),
                Column.sum("rejected", Unit.COUNT).of("o.state = 'REJECTED'"),
                Column.sum("cancelled", Unit.COUNT).of("o.state = 'CANCELLED'"),
                Column.sum("amount", Unit.MONEY));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("o.number in (:numbers)");
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        var numbers = lost(filter).stream()
                .filter(order -> key == null || order.reason().equals(key))
                .limit(MOST_NUMBERS)
                .map(Lost::number)
                .collect(Collectors.toCollection(ArrayList::new));
        numbers.add(""); // a list without elements is no SQL
        return Map.of("numbers", numbers);
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return lost(filter).stream().collect(Collectors.groupingBy(Lost::reason)).entrySet().stream()
                .map(reason -> row(reason.getKey(), reason.getValue()))
                .sorted(Comparator.comparing((Row row) -> row.figures().get(0))
                        .reversed()
                        .thenComparing(Row::key))
                .toList();
    }

    private static Row row(String reason, List<Lost> orders) {
        return new Row(
                reason,
                null,
                List.of(
                        BigDecimal.valueOf(orders.size()),
                        sum(orders.stream().map(Lost::rejected).toList()),
                        sum(orders.stream().map(Lost::cancelled).toList()),
                        sum(orders.stream().map(Lost::amount).toList())));
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Lost> lost(ReportFilter filter) {
        return database.rows(
                SQL,
                filter,
                (row, i) -> new Lost(
                        row.getString("number"),
                        reason(row),
                        row.getBigDecimal("rejected"),
                        row.getBigDecimal("amount")));
    }

    private String reason(ResultSet row) throws SQLException {
        var note = keys.decrypt(
                "ORDER:" + row.getString("number"),
                row.getString("sealed"),
                new Place("order_event", "note", row.getString("id")),
                row.getString("note"));
        return note == null ? "" : note.trim();
    }
}
