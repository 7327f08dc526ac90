package io.ordertrail.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.catalog.Company;
import io.ordertrail.encryption.TestKeys;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;

/** Each figure of each report on orders, and of the home, equals what one query for this figure alone says of 10,000 orders. */
@Tag("nightly")
class SeededOrderReportsTest {

    private static final ReportPeriod PERIOD =
            new ReportPeriod(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 11, 8), ZoneOffset.UTC);
    private static final LocalDateTime FROM = LocalDateTime.parse("2026-10-10T00:00");
    private static final LocalDateTime TO = LocalDateTime.parse("2026-11-09T00:00");
    private static final LocalDateTime NOW = SeededOrders.utc(SeededOrders.NOW);
    private static final Comparator<BigDecimal> EQUAL = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final String ENTERED =
            " from customer_order o where o.entered_at >= ? and o.entered_at < ? and o.channel like ? and ";
    private static final String GONE = "o.state in ('CANCELLED', 'REJECTED')";
    private static final String PAYING = "not (" + GONE + ") and o.currency = 'EUR'";

    private static JdbcTemplate database;
    private static Reports reports;
    private static Headlines headlines;

    @BeforeAll
    static void orders() {
        var source = ReportTables.create();
        database = new JdbcTemplate(source);
        SeededOrders.store(SeededOrders.invent(10_000, 24), source);
        var client = JdbcClient.create(source);
        var cipher = TestKeys.cipher();
        var company = new Company(Currency.getInstance("EUR"), ZoneOffset.UTC);
        var clock = Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC);
        reports = new Reports(client, company, clock, cipher, TestKeys.subjects(client, cipher));
        headlines = new Headlines(client, company, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "orders-by-state, o.state",
        "orders-by-day, cast(o.entered_at as date)",
        "orders-by-channel, o.channel",
        "orders-by-customer, o.customer",
        "orders-by-country, 'coalesce(o.ship_country, (select c.country from customer c where c.number = o.customer))'",
        "orders-by-person, o.entered_by"
    })
    void orders_by_a_field(String report, String field) {
        for (var channel : List.of("%", "shop")) {
            var rows = rows(report, channel);
            assertThat(rows)
                    .hasSize(number("select count(distinct " + field + ")" + ENTERED + "1 = 1", channel)
                            .intValue());
            var all = number("select count(*)" + ENTERED + "1 = 1", channel);
            for (var row : rows) {
                var orders = number("select count(*)" + ENTERED + field + " = ?", channel, row.key());
                var turnover =
                        number("select sum(o.total)" + ENTERED + PAYING + " and " + field + " = ?", channel, row.key());
                assertFigures(
                        row,
                        orders,
                        ratio(orders.movePointRight(2), all),
                        number("select count(*)" + ENTERED + GONE + " and " + field + " = ?", channel, row.key()),
                        turnover,
                        ratio(
                                turnover,
                                number(
                                        "select count(*)" + ENTERED + PAYING + " and " + field + " = ?",
                                        channel,
                                        row.key())));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"orders-by-product, l.sku", "orders-by-category, p.category"})
    void ordered_units(String report, String field) {
        var lines = " from customer_order o, order_line l, product p where l.order_number = o.number and p.sku = l.sku"
                + " and o.entered_at >= ? and o.entered_at < ? and o.channel like ? and " + field + " = ?";
        for (var channel : List.of("%", "shop")) {
            var rows = rows(report, channel);
            assertThat(rows).hasSize(report.endsWith("product") ? 12 : 3);
            for (var row : rows) {
                assertFigures(
                        row,
                        number("select sum(l.quantity)" + lines, channel, row.key()),
                        number("select sum(l.cancelled_quantity)" + lines, channel, row.key()),
                        number("select count(distinct o.number)" + lines, channel, row.key()),
                        number("select sum(l.amount)" + lines + " and " + PAYING, channel, row.key()));
            }
        }
    }

    /** The fifth of January is a Monday. */
    @Test
    void weekday_by_hour() {
        for (var row : rows("weekday-by-hour", "%")) {
            for (int hour = 0; hour < 24; hour++) {
                assertThat(row.figures().get(hour))
                        .as(row.key() + " " + hour)
                        .isEqualByComparingTo(number(
                                "select count(*)" + ENTERED + "extract(hour from o.entered_at) = ?"
                                        + " and mod(timestampdiff(day, date '2026-01-05', cast(o.entered_at as date)), 7) = ?",
                                "%",
                                hour,
                                DayOfWeek.valueOf(row.key()).getValue() - 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "shop"})
    void lead_times(String channel) {
        var rows = rows("lead-times", channel).stream().collect(Collectors.toMap(Row::key, Function.identity()));
        var confirmed = first("'CONFIRMED'");
        var shipped = first("'PARTLY_SHIPPED', 'SHIPPED'");
        var delivered = first("'DELIVERED'");
        assertLeadTime(rows.get("ENTRY_TO_CONFIRMATION"), channel, "o.entered_at", confirmed);
        assertLeadTime(rows.get("CONFIRMATION_TO_SHIPMENT"), channel, confirmed, shipped);
        assertLeadTime(rows.get("SHIPMENT_TO_DELIVERY"), channel, shipped, delivered);
        assertLeadTime(rows.get("DELIVERY_TO_RECEIPT"), channel, delivered, first("'RECEIVED'"));
        assertLeadTime(rows.get("ENTRY_TO_DELIVERY"), channel, "o.entered_at", delivered);
        assertThat(rows).hasSize(5);
    }

    private static String first(String states) {
        return "(select min(e.at) from order_event e where e.order_number = o.number and e.to_state in (" + states
                + "))";
    }

    private static void assertLeadTime(Row row, String channel, String begin, String end) {
        var stages = " from (select timestampdiff(second, " + begin + ", " + end + ") as took" + ENTERED
                + "1 = 1) stage where took is not null";
        var orders = number("select count(*)" + stages, channel);
        assertThat(orders).isPositive();
        var sum = number("select sum(took)" + stages, channel);
        assertFigures(
                row,
                hours(atRank("select took" + stages, 50, orders, channel)),
                hours(atRank("select took" + stages, 90, orders, channel)),
                hours(number("select max(took)" + stages, channel)),
                hours(sum.divide(orders, 0, RoundingMode.DOWN)),
                orders);
    }

    /** The smallest that so many percent do not exceed. */
    private static BigDecimal atRank(String sorted, int percent, BigDecimal all, Object... values) {
        var rank = all.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING);
        return number(sorted + " order by took limit 1 offset " + (rank.intValue() - 1), values);
    }

    @Test
    void ageing() {
        var rows = rows("ageing", "%");
        assertThat(rows)
                .hasSize(plain("select count(distinct state) from customer_order where state not in"
                                + " ('CANCELLED', 'REJECTED', 'RECEIVED')")
                        .intValue());
        for (var row : rows) {
            assertFigures(
                    row, aged(row.key(), 0, 1), aged(row.key(), 1, 3), aged(row.key(), 3, 7), aged(row.key(), 7, 9999));
        }
    }

    private static BigDecimal aged(String state, int from, int to) {
        return plain(
                "select count(*) from customer_order where state = ? and entered_at <= ? and entered_at > ?",
                state,
                NOW.minusDays(from),
                NOW.minusDays(to));
    }

    @Test
    void open_orders_over_time() {
        var rows = rows("cumulative-flow", "%");
        assertThat(rows).hasSize(PERIOD.days());
        for (var row : rows) {
            var end = LocalDate.parse(row.key()).plusDays(1).atStartOfDay();
            var then = database
                    .query(
                            "select state_then, count(*) from (select (select e.to_state from order_event e where e.order_number = o.number"
                                    + " and e.to_state is not null and e.at < ? order by e.at desc, e.id desc limit 1) as state_then"
                                    + " from customer_order o where o.entered_at < ?) then_state group by state_then",
                            (one, i) -> Map.entry(one.getString(1), one.getLong(2)),
                            end,
                            end)
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertFigures(
                    row,
                    count(then, "ENTERED", "IN_REVIEW", "IN_CORRECTION"),
                    count(then, "WAITING_FOR_STOCK"),
                    count(then, "CONFIRMED", "IN_FULFILMENT"),
                    count(then, "PARTLY_SHIPPED", "SHIPPED", "PARTLY_DELIVERED"),
                    count(then, "DELIVERED"));
        }
    }

    private static BigDecimal count(Map<String, Long> then, String... states) {
        return BigDecimal.valueOf(Arrays.stream(states)
                .mapToLong(state -> then.getOrDefault(state, 0L))
                .sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "shop"})
    void holds_by_rule(String channel) {
        var rows = rows("holds-by-rule", channel);
        assertThat(rows).hasSize(3);
        for (var row : rows) {
            var released = held("count(*)", "h.status = 'RELEASED'", row.key(), channel);
            var lapsed = held("count(*)", "h.status = 'LAPSED'", row.key(), channel);
            var ended = "select timestampdiff(second, h.opened_at, h.closed_at) as took" + holds()
                    + " and h.closed_at is not null";
            assertFigures(
                    row,
                    held("count(*)", "1 = 1", row.key(), channel),
                    held("count(distinct o.number)", "1 = 1", row.key(), channel),
                    held("count(*)", "h.status = 'OPEN'", row.key(), channel),
                    released,
                    lapsed,
                    ratio(released.movePointRight(2), released.add(lapsed)),
                    held("count(distinct o.number)", GONE, row.key(), channel),
                    hours(atRank(ended, 50, released.add(lapsed), channel, row.key())));
        }
    }

    private static String holds() {
        return " from customer_order o, order_hold h where h.order_number = o.number and o.entered_at >= ?"
                + " and o.entered_at < ? and o.channel like ? and h.rule_id = ?";
    }

    private static BigDecimal held(String figure, String condition, String rule, String channel) {
        return number("select " + figure + holds() + " and " + condition, channel, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "shop"})
    void lost_orders(String channel) {
        var reason =
                "coalesce((select trim(e.note) from order_event e where e.order_number = o.number and e.what in ('cancellation', 'decided.reject')"
                        + " order by e.at desc, e.id desc limit 1), '')";
        var rows = rows("lost-orders", channel);
        assertThat(rows).hasSize(4);
        for (var row : rows) {
            var lost = ENTERED + GONE + " and " + reason + " = ?";
            assertFigures(
                    row,
                    number("select count(*)" + lost, channel, row.key()),
                    number("select count(*)" + lost + " and o.state = 'REJECTED'", channel, row.key()),
                    number("select count(*)" + lost + " and o.state = 'CANCELLED'", channel, row.key()),
                    number("select sum(o.total)" + lost + " and o.currency = 'EUR'", channel, row.key()));
        }
    }

    @Test
    void the_home() {
        var figures = headlines.of(PERIOD).stream().collect(Collectors.toMap(Headline::name, Function.identity()));
        var turnover = number("select sum(o.total)" + ENTERED + PAYING, "%");
        assertHeadline(figures, "orders", number("select count(*)" + ENTERED + "1 = 1", "%"));
        assertHeadline(figures, "turnover", turnover);
        assertHeadline(figures, "average", ratio(turnover, number("select count(*)" + ENTERED + PAYING, "%")));
        assertHeadline(
                figures,
                "open",
                plain(
                        "select count(*) from customer_order o where o.entered_at < ? and not exists (select 1 from order_event e"
                                + " where e.order_number = o.number and e.at < ? and e.to_state in ('CANCELLED', 'REJECTED', 'RECEIVED'))",
                        TO,
                        TO));
        assertHeadline(
                figures,
                "late",
                plain(
                        "select count(*) from customer_order where requested_delivery < ? and state not in"
                                + " ('CANCELLED', 'REJECTED', 'RECEIVED', 'DELIVERED')",
                        NOW.toLocalDate()));
        assertHeadline(
                figures,
                "cancellations",
                plain(
                        "select count(*) from order_event where to_state = 'CANCELLED' and at >= ? and at < ?",
                        FROM,
                        TO));
        assertDeliveries(figures);
        assertTouches(figures);
    }

    private static void assertDeliveries(Map<String, Headline> figures) {
        var delivered =
                " from customer_order o, order_event e where e.order_number = o.number and e.to_state = 'DELIVERED'"
                        + " and e.at >= ? and e.at < ?";
        var onTime = " and cast(e.at as date) <= o.requested_delivery";
        var missing = "(select sum(l.cancelled_quantity) from order_line l where l.order_number = o.number)";
        var requested = plain("select count(*)" + delivered + " and o.requested_delivery is not null", FROM, TO);
        var units = plain(
                "select sum((select sum(l.quantity) from order_line l where l.order_number = o.number))" + delivered,
                FROM,
                TO);
        var cancelled = plain("select sum(" + missing + ")" + delivered, FROM, TO);
        assertHeadline(
                figures,
                "on-time",
                ratio(plain("select count(*)" + delivered + onTime, FROM, TO).movePointRight(2), requested));
        assertHeadline(figures, "fill-rate", ratio(units.subtract(cancelled).movePointRight(2), units));
        assertHeadline(
                figures,
                "otif",
                ratio(
                        plain("select count(*)" + delivered + onTime + " and " + missing + " = 0", FROM, TO)
                                .movePointRight(2),
                        requested));
    }

    private static void assertTouches(Map<String, Headline> figures) {
        var happened = "(select count(*) from order_event e where e.order_number = o.number and ";
        var confirmed = happened + "e.to_state = 'CONFIRMED') > 0";
        var decided = "(e.what like 'decided.%' and e.actor not like 'rule:%')";
        assertHeadline(
                figures,
                "straight-through",
                ratio(
                        number(
                                        "select count(*)" + ENTERED + confirmed + " and " + happened
                                                + "(e.what = 'held' or " + decided + ")) = 0",
                                        "%")
                                .movePointRight(2),
                        number("select count(*)" + ENTERED + confirmed, "%")));
        assertHeadline(
                figures,
                "touches",
                ratio(
                        number(
                                "select sum(" + happened + "(e.what in ('released', 'picked', 'cancellation') or "
                                        + decided + ")))" + ENTERED + "1 = 1",
                                "%"),
                        number("select count(*)" + ENTERED + "1 = 1", "%")));
    }

    private static void assertHeadline(Map<String, Headline> figures, String name, BigDecimal expected) {
        assertThat(figures.get(name).value()).as(name).isEqualByComparingTo(expected);
    }

    private static List<Row> rows(String report, String channel) {
        var rows = reports.find(report)
                .orElseThrow()
                .rows(new ReportFilter(PERIOD, channel.equals("%") ? "" : channel, "", "", "", ""));
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static void assertFigures(Row row, BigDecimal... figures) {
        assertThat(row.figures()).as(row.key()).usingElementComparator(EQUAL).isEqualTo(Arrays.asList(figures));
    }

    /** Null when there is nothing to divide by. */
    private static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.divide(divisor, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal hours(BigDecimal seconds) {
        return seconds.divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP);
    }

    /** A figure of the orders that were entered in the period. */
    private static BigDecimal number(String sql, Object... values) {
        var all = new Object[values.length + 2];
        all[0] = FROM;
        all[1] = TO;
        System.arraycopy(values, 0, all, 2, values.length);
        return plain(sql, all);
    }

    private static BigDecimal plain(String sql, Object... values) {
        var figure = database.queryForObject(sql, BigDecimal.class, values);
        return figure == null ? BigDecimal.ZERO : figure;
    }
}
