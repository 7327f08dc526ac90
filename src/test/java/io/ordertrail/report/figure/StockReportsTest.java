package io.ordertrail.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.catalog.Company;
import io.ordertrail.encryption.TestKeys;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;

/** The reports on stock, over a stock that is small enough to calculate by hand. */
@Tag("database")
class StockReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    /** Ten days. */
    private static final ReportPeriod PERIOD =
            new ReportPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 10), ZoneOffset.UTC);

    private static JdbcTemplate database;
    private static Reports reports;
    private static long id;

    @BeforeAll
    static void stock() {
        var source = ReportTables.create();
        database = new JdbcTemplate(source);
        reports = new Reports(
                JdbcClient.create(source),
                new Company(Currency.getInstance("EUR"), ZoneOffset.UTC),
                Clock.fixed(NOW, ZoneOffset.UTC),
                TestKeys.cipher(),
                TestKeys.subjects(JdbcClient.create(source), TestKeys.cipher()));
        SeededOrders.store(SeededOrders.invent(3, 1), source);
        database.update("insert into site (code, name, country, version) values ('VIE', 'Vienna', 'AT', 0), ('ROT',"
                + " 'Rotterdam', 'NL', 0)");
        item("S-0", "VIE", 40, 10, 5);
        item("S-0", "ROT", 20, 20, 0);
        item("S-1", "VIE", 3, 3, 0);
        movement("S-0", "VIE", "RECEIPT", 100, 0, "2026-10-01T08:00:00Z");
        movement("S-0", "VIE", "SHIPMENT", -30, -30, "2026-11-01T00:00:00Z");
        movement("S-0", "VIE", "SHORTFALL", -2, -2, "2026-11-05T08:00:00Z");
        movement("S-0", "VIE", "SHIPMENT", -18, -18, "2026-11-10T23:59:59Z");
        movement("S-0", "VIE", "SHIPMENT", -10, -10, "2026-11-11T00:00:00Z");
        movement("S-0", "ROT", "RECEIPT", 20, 0, "2026-11-15T00:00:00Z");
        reservation("S-0", "VIE", 6, "OPEN", NOW.minus(Duration.ofHours(23)));
        reservation("S-0", "VIE", 4, "OPEN", NOW.minus(Duration.ofDays(3)));
        reservation("S-0", "ROT", 20, "OPEN", NOW.minus(Duration.ofDays(12)));
        reservation("S-1", "VIE", 3, "OPEN", NOW.minus(Duration.ofDays(2)));
        reservation("S-1", "VIE", 9, "SHIPPED", NOW.minus(Duration.ofDays(20)));
        purchase("S-0", "VIE", "RECEIVED", 10, 10, "2026-11-05", "2026-11-05T23:59:00Z");
        purchase("S-0", "VIE", "RECEIVED", 10, 10, "2026-11-05", "2026-11-08T01:00:00Z");
        purchase("S-0", "ROT", "CLOSED", 10, 4, "2026-11-05", "2026-11-04T01:00:00Z");
        purchase("S-0", "VIE", "RECEIVED", 7, 7, "2026-11-20", "2026-11-11T00:00:00Z");
        purchase("S-1", "VIE", "RECEIVED", 5, 5, "2026-11-01", "2026-11-02T09:00:00Z");
    }

    @Test
    void turnover_and_cover_follow_from_what_left_in_the_period() {
        // S-0: 100 at the begin, 50 at the end, 48 shipped, 30 of 60 available now; 4.8 leave on a day
        assertThat(rows("stock-by-product", ""))
                .containsExactly(
                        row("S-0", "Name 0", "48", "0.64", "6.25", "0", "60", "30", "5"),
                        row("S-1", "Name 1", "0", "0.00", null, "1", "3", "0", "0"));
        assertThat(rows("stock-by-product", "ROT"))
                .containsExactly(row("S-0", "Name 0", "0", null, null, "1", "20", "0", "0"));
    }

    @Test
    void units_per_hour_are_those_found_for_each_hour_from_claim_to_completion() {
        found("0000-0001", 5);
        found("0000-0001", 4);
        found("0000-0002", 6);
        picked("0000-0001", "picked", "2027-01-01T10:00:00Z");
        picked("0000-0001", "picked-short", "2027-01-02T10:00:00Z");
        picked("0000-0002", "picked", "2027-01-01T23:59:59Z");
        worked("pickAndPack", "2027-01-01", Duration.ofMinutes(50));
        worked("pickAndPack", "2027-01-01", Duration.ofMinutes(40));
        worked("shipParcel", "2027-01-02", Duration.ofMinutes(40));
        var period = new ReportPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3), ZoneOffset.UTC);
        assertThat(rows("picking-rate", ReportFilter.of(period)))
                .containsExactly(
                        row("2027-01-01", null, "7.00", "10.5", "1.50", "2"),
                        row("2027-01-02", null, null, "4.5", "0.00", "1"),
                        row("2027-01-03", null, null, "0.0", "0.00", "0"));
    }

    private static void found(String order, int units) {
        database.update(
                "insert into reservation (id, order_number, position, priority, sku, site, quantity, found, status,"
                        + " reserved_at) values (?, ?, 0, 1, 'S-0', 'VIE', ?, ?, 'SHIPPED', ?)",
                ++id,
                order,
                units,
                units,
                utc(NOW));
    }

    private static void picked(String order, String what, String at) {
        database.update(
                "delete from order_event where order_number = ? and what like 'picked%' and at < '2026-12-31'", order);
        database.update(
                "insert into order_event (id, order_number, at, actor, what) values (?, ?, ?, 'person-3', ?)",
                1_000_000 + ++id,
                order,
                utc(Instant.parse(at)),
                what);
    }

    private static void worked(String step, String day, Duration time) {
        database.update(
                "insert into measured_task (process, ended_on, step, version, role, person, tasks, waited, worked)"
                        + " values ('orderFulfilment', ?, ?, ?, 'warehouse', '', 1, 99, ?)",
                Date.valueOf(day),
                step,
                (int) ++id,
                time.toMillis());
    }

    @Test
    void reservations_are_counted_by_their_age() {
        assertThat(rows("reservation-ages", ""))
                .containsExactly(
                        row("ROT", "Rotterdam", "20", "0", "0", "0", "20", "12.00"),
                        row("VIE", "Vienna", "13", "6", "3", "4", "0", "3.00"));
        assertThat(rows("reservation-ages", "ROT")).hasSize(1);
    }

    @Test
    void short_picks_are_compared_with_what_was_shipped() {
        assertThat(rows("short-picks", "")).containsExactly(row("S-0", "Name 0", "2", "1", "48", "4.00"));
        assertThat(rows("short-picks", "ROT")).isEmpty();
    }

    @Test
    void a_purchase_is_on_time_when_all_came_by_the_promised_day() {
        assertThat(rows("purchases-on-time", ""))
                .containsExactly(
                        row("S-0", "Name 0", "3", "1", "33.33", "3.00", "30", "24"),
                        row("S-1", "Name 1", "1", "0", "0.00", "1.00", "5", "5"));
        assertThat(rows("purchases-on-time", "ROT"))
                .containsExactly(row("S-0", "Name 0", "1", "0", "0.00", null, "10", "4"));
    }

    private static List<Row> rows(String report, String site) {
        return rows(report, new ReportFilter(PERIOD, "", "", "", site, ""));
    }

    private static List<Row> rows(String report, ReportFilter filter) {
        return reports.find(report).orElseThrow().rows(filter).stream()
                .map(row -> new Row(
                        row.key(),
                        row.name(),
                        row.figures().stream().map(StockReportsTest::plain).toList()))
                .toList();
    }

    /** A list of a record has no null. */
    private static BigDecimal plain(BigDecimal figure) {
        return figure == null ? BigDecimal.valueOf(-1) : figure;
    }

    private static Row row(String key, String name, String... figures) {
        return new Row(
                key,
                name,
                Arrays.stream(figures)
                        .map(figure -> plain(figure == null ? null : new BigDecimal(figure)))
                        .toList());
    }

    private static void item(String sku, String site, int onHand, int reserved, int incoming) {
        database.update(
                "insert into stock_item (sku, site, bin, on_hand, reserved, incoming) values (?, ?, 'A', ?, ?, ?)",
                sku,
                site,
                onHand,
                reserved,
                incoming);
    }

    private static void movement(String sku, String site, String kind, int onHand, int reserved, String at) {
        database.update(
                "insert into stock_movement (id, sku, site, kind, on_hand_change, reserved_change, order_number,"
                        + " actor, at) values (?, ?, ?, ?, ?, ?, '0000-0000', 'person', ?)",
                ++id,
                sku,
                site,
                kind,
                onHand,
                reserved,
                utc(Instant.parse(at)));
    }

    private static void reservation(String sku, String site, int units, String status, Instant at) {
        database.update(
                "insert into reservation (id, order_number, position, priority, sku, site, quantity, status,"
                        + " reserved_at) values (?, '0000-0000', 0, 1, ?, ?, ?, ?, ?)",
                ++id,
                sku,
                site,
                units,
                status,
                utc(at));
    }

    private static void purchase(
            String sku, String site, String state, int ordered, int received, String expected, String ended) {
        database.update(
                "insert into purchase_order (id, sku, site, state, suggested, ordered, received, expected,"
                        + " proposed_at, ended_at) values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
                ++id,
                sku,
                site,
                state,
                ordered,
                received,
                Date.valueOf(expected),
                utc(NOW),
                utc(Instant.parse(ended)));
    }

    private static LocalDateTime utc(Instant at) {
        return SeededOrders.utc(at);
    }
}
