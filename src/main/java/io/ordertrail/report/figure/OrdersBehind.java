package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS_OF_CUSTOMERS;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;

/** Finds the orders that a figure of a report stands for, by the conditions of its row and its column. */
@Component
@Transactional(readOnly = true)
public class OrdersBehind {

    private static final String SQL = """
        select o.number, o.customer, c.name, o.state, o.entered_at, o.total, o.currency
        from %s where %s and (%s) and (%s) order by o.entered_at desc, o.number desc limit %d offset %d\
        """;

    private final ReportDatabase database;
    private final FieldCipher cipher;

    OrdersBehind(JdbcClient database, Company company, Clock clock, FieldCipher cipher) {
        this.cipher = cipher;
        this.database = new ReportDatabase(database, company, clock);
    }

    /** An order in the list. */
    public record Found(
            String number, String customer, String customerName, OrderState state, Instant enteredAt, Money total) {}

    /**
     * A figure of a report.
     *
     * @param key of its row; null for the figure of all rows
     * @param orders the condition of its column
     */
    public record Cell(Report report, String key, String orders) {}

    /**
     * Finds the newest of them.
     *
     * @param offset how many newer ones are left out
     * @param limit how many at most
     */
    public List<Found> find(Cell cell, ReportFilter filter, int offset, int limit) {
        var report = cell.report();
        return report.ordersBehind()
                .map(row -> database.rows(
                        SQL.formatted(
                                ORDERS_OF_CUSTOMERS,
                                report.isOfEntries() ? "{orders}" : "{of}",
                                cell.key() == null ? Column.ALL : row,
                                cell.orders(),
                                limit,
                                offset),
                        filter,
                        report.behind(cell.key(), filter),
                        (found, i) -> new Found(
                                found.getString("number"),
                                found.getString("customer"),
                                cipher.decrypt(
                                        new Place("customer", "name", found.getString("customer")),
                                        found.getString("name")),
                                OrderState.valueOf(found.getString("state")),
                                ReportDatabase.instant(found, "entered_at"),
                                money(found.getBigDecimal("total"), found.getString("currency")))))
                .orElse(List.of());
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency)).rounded();
    }
}
