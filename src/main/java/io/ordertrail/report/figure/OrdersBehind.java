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
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;

/** Finds the orders that a row of a report counts, by the condition that the report groups by. */
@Component
@Transactional(readOnly = true)
public class OrdersBehind {

    private static final String SQL = """
        select o.number, o.customer, c.name, o.state, o.entered_at, o.total, o.currency
        from %s where {orders} and (%s) order by o.entered_at desc, o.number desc limit %d\
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
     * Finds the newest of them.
     *
     * @param limit how many at most
     */
    public List<Found> find(Report report, ReportFilter filter, String key, int limit) {
        var wanted = report.hasPeriod() ? filter : filter.on(null);
        return report.ordersBehind()
                .map(condition -> database.rows(
                        SQL.formatted(ORDERS_OF_CUSTOMERS, condition, limit),
                        wanted,
                        report.behind(key, wanted, limit),
                        (row, i) -> new Found(
                                row.getString("number"),
                                row.getString("customer"),
                                cipher.decrypt(
                                        new Place("customer", "name", row.getString("customer")),
                                        row.getString("name")),
                                OrderState.valueOf(row.getString("state")),
                                ReportDatabase.instant(row, "entered_at"),
                                money(row.getBigDecimal("total"), row.getString("currency")))))
                .orElse(List.of());
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency)).rounded();
    }
}
