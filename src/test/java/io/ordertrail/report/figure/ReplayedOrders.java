package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.catalog.Company;
import io.ordertrail.encryption.TestKeys;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;

/** Orders that a test replayed through their process, in the tables that reports read, and what the reports say of them. */
public final class ReplayedOrders {

    private static final Company COMPANY = new Company(Currency.getInstance("EUR"), ZoneOffset.UTC);

    /**
     * An order.
     *
     * @param promised the last day that was promised
     * @param delivered null when it was not
     * @param cancelled null when it was not
     */
    public record Replayed(Instant entered, LocalDate promised, Instant delivered, Instant cancelled) {}

    /**
     * What reports say of a period.
     *
     * @param medianHours from the entry to the delivery
     * @param late of those that were delivered
     */
    public record Reported(long orders, long delivered, BigDecimal medianHours, long late, long cancelled) {}

    private final DataSource source = ReportTables.create();
    private final Instant now;

    /** Stores orders as they are at a time. */
    public ReplayedOrders(List<Replayed> orders, Instant now) {
        this.now = now;
        SeededOrders.store(List.of(), source);
        var rows = new ArrayList<Object[]>();
        var lines = new ArrayList<Object[]>();
        var events = new ArrayList<Object[]>();
        for (var order : orders) {
            var number = "%04d-%04d".formatted(rows.size() / 10_000, rows.size() % 10_000);
            var changes = changes(order);
            rows.add(new Object[] {
                number,
                number,
                order.promised(),
                changes.get(changes.size() - 1).state().name(),
                SeededOrders.utc(order.entered()),
                SeededOrders.utc(order.entered())
            });
            lines.add(new Object[] {number, SeededOrders.utc(order.entered())});
            for (int i = 0; i < changes.size(); i++) {
                events.add(new Object[] {
                    events.size() + 1,
                    number,
                    SeededOrders.utc(changes.get(i).at()),
                    i == 0 ? null : changes.get(i - 1).state().name(),
                    changes.get(i).state().name()
                });
            }
        }
        var database = new JdbcTemplate(source);
        database.batchUpdate("""
            insert into customer_order (number, process_instance, customer, channel, currency, requested_delivery, total,
              state, state_since, entered_at, entered_by, partial_delivery, content, version)
            values (?, ?, 'K-0', 'shop', 'EUR', ?, 1, ?, ?, ?, 'shop', false, '', 0)""", rows);
        database.batchUpdate("""
            insert into order_line (order_number, position, customer, entered_at, sku, quantity, cancelled_quantity, amount,
              name, unit_price, list_price, discount_percent) values (?, 0, 'K-0', ?, 'S-0', 1, 0, 1, 'name', 1, 1, 0)""", lines);
        database.batchUpdate(
                "insert into order_event (id, order_number, at, actor, what, from_state, to_state) values (?, ?, ?, 'shop', 'state', ?, ?)",
                events);
    }

    private record Change(Instant at, OrderState state) {}

    private static List<Change> changes(Replayed order) {
        var changes = new ArrayList<Change>();
        changes.add(new Change(order.entered(), OrderState.ENTERED));
        if (order.delivered() != null) {
            changes.add(new Change(order.delivered(), OrderState.DELIVERED));
        }
        if (order.cancelled() != null) {
            changes.add(new Change(order.cancelled(), OrderState.CANCELLED));
        }
        return changes;
    }

    public DataSource source() {
        return source;
    }

    public Reported reported(ReportPeriod period) {
        var client = JdbcClient.create(source);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var cipher = TestKeys.cipher();
        var toDelivery = new Reports(client, COMPANY, clock, cipher, TestKeys.subjects(client, cipher))
                .find("lead-times").orElseThrow().rows(ReportFilter.of(period)).stream()
                        .filter(row -> row.key().equals("ENTRY_TO_DELIVERY"))
                        .findFirst()
                        .orElseThrow()
                        .figures();
        var headlines = new Headlines(client, COMPANY, clock).of(period);
        var delivered = toDelivery.get(4).longValue();
        return new Reported(
                figure("orders", headlines).longValue(),
                delivered,
                toDelivery.get(0),
                delivered - onTime(delivered, figure("on-time", headlines)),
                figure("cancellations", headlines).longValue());
    }

    /** How many that are, of which the report says how many percent they are. */
    private static long onTime(long delivered, BigDecimal percent) {
        return Math.round(percent.doubleValue() * delivered / 100);
    }

    private static BigDecimal figure(String name, List<Headline> headlines) {
        return headlines.stream()
                .filter(headline -> headline.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
