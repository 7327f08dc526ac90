package io.ordertrail.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.catalog.Company;
import io.ordertrail.encryption.TestKeys;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.figure.SeededOrders.Event;
import io.ordertrail.report.figure.SeededOrders.Seeded;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;

/** Each figure of each report on orders equals what plain Java calculates from the same 10,000 orders. */
@Tag("database")
class OrderReportsTest {

    private static final int ORDERS = 10_000;
    private static final long SEED = 24;
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    /** The clocks change in it. */
    private static final ReportPeriod PERIOD =
            new ReportPeriod(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 11, 8), VIENNA);

    /** In hours. */
    private static final BigDecimal A_MINUTE_OR_TWO = new BigDecimal("0.04");

    private static List<Seeded> orders;
    private static DataSource source;

    @BeforeAll
    static void orders() {
        orders = SeededOrders.invent(ORDERS, SEED);
        source = ReportTables.create();
        SeededOrders.store(orders, source);
    }

    static Stream<ReportFilter> filters() {
        return Stream.of(
                ReportFilter.of(PERIOD),
                ReportFilter.of(new ReportPeriod(
                        LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), ZoneId.of("Asia/Kolkata"))),
                new ReportFilter(PERIOD, "shop", "", "", "", ""),
                new ReportFilter(PERIOD, "", "K-3", "", "", ""),
                new ReportFilter(PERIOD, "", "", "TW", "", ""),
                new ReportFilter(PERIOD, "no such channel", "", "", "", ""));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void orders_are_grouped_by_each_of_their_fields(ReportFilter filter) {
        assertGrouped("orders-by-state", filter, order -> order.state().name());
        assertGrouped("orders-by-channel", filter, Seeded::channel);
        assertGrouped("orders-by-customer", filter, Seeded::customer);
        assertGrouped("orders-by-country", filter, Seeded::country);
        assertGrouped("orders-by-person", filter, Seeded::enteredBy);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void orders_by_day_have_the_days_of_the_company_and_those_without_an_order(ReportFilter filter) {
        var rows = rows("orders-by-day", filter);
        var period = filter.period();
        assertThat(rows.stream().map(Row::key))
                .containsExactlyElementsOf(period.from()
                        .datesUntil(period.to().plusDays(1))
                        .map(LocalDate::toString)
                        .toList());
        var all = in(filter);
        for (var row : rows) {
            var ofDay = all.stream()
                    .filter(order -> order.entered()
                            .atZone(period.zone())
                            .toLocalDate()
                            .toString()
                            .equals(row.key()))
                    .toList();
            assertThat(row.figures())
                    .as(row.key())
                    .usingElementComparator(FIGURES)
                    .isEqualTo(figures(ofDay, all.size()));
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void weekdays_and_hours_are_those_of_the_company(ReportFilter filter) {
        var rows = rows("weekday-by-hour", filter);
        assertThat(rows).extracting(Row::key).containsExactly(names(DayOfWeek.values()));
        for (var row : rows) {
            for (int hour = 0; hour < 24; hour++) {
                var at = hour;
                assertThat(row.figures().get(hour).longValue())
                        .isEqualTo(in(filter).stream()
                                .map(order ->
                                        order.entered().atZone(filter.period().zone()))
                                .filter(entered -> entered.getHour() == at
                                        && entered.getDayOfWeek().name().equals(row.key()))
                                .count());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void ordered_units_are_grouped_by_product_and_category(ReportFilter filter) {
        assertLines("orders-by-product", filter, SeededOrders.Line::sku);
        assertLines(
                "orders-by-category",
                filter,
                line -> SeededOrders.category(Integer.parseInt(line.sku().substring(2))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void lead_times_are_those_between_the_first_times_in_each_state(ReportFilter filter) {
        var rows = rows("lead-times", filter).stream().collect(Collectors.toMap(Row::key, Row::figures));
        assertLeadTime(rows.get("ENTRY_TO_CONFIRMATION"), filter, Seeded::entered, of(OrderState.CONFIRMED));
        assertLeadTime(
                rows.get("CONFIRMATION_TO_SHIPMENT"),
                filter,
                of(OrderState.CONFIRMED),
                of(OrderState.SHIPPED, OrderState.PARTLY_SHIPPED));
        assertLeadTime(
                rows.get("SHIPMENT_TO_DELIVERY"),
                filter,
                of(OrderState.SHIPPED, OrderState.PARTLY_SHIPPED),
                of(OrderState.DELIVERED));
        assertLeadTime(rows.get("DELIVERY_TO_RECEIPT"), filter, of(OrderState.DELIVERED), of(OrderState.RECEIVED));
        assertLeadTime(rows.get("ENTRY_TO_DELIVERY"), filter, Seeded::entered, of(OrderState.DELIVERED));
    }

    @Test
    void lead_times_by_the_clock_of_a_site_have_only_its_business_hours() {
        var database = new JdbcTemplate(source);
        database.update("insert into site (code, name, country, version) values ('CLK', 'Clock', 'AT', 0)");
        database.update("insert into business_hours (site, week, holidays, version)"
                + " values ('CLK', '08:00-20:00;;;;;;', '2026-10-12', 1)");
        var filter = new ReportFilter(PERIOD, "", "", "", "", "CLK");
        var seconds = orders.stream()
                .filter(order -> !order.entered().isBefore(PERIOD.start())
                        && order.entered().isBefore(PERIOD.end()))
                .filter(order -> order.first(OrderState.DELIVERED) != null)
                .map(order -> onMondays(order.entered(), order.first(OrderState.DELIVERED)))
                .sorted()
                .toList();
        var figures = rows("lead-times", filter).stream()
                .filter(row -> row.key().equals("ENTRY_TO_DELIVERY"))
                .findFirst()
                .orElseThrow()
                .figures();
        assertThat(seconds).hasSizeGreaterThan(100);
        assertThat(figures.get(0))
                .isCloseTo(hours(seconds.get((seconds.size() + 1) / 2 - 1)), Offset.offset(A_MINUTE_OR_TWO));
        assertThat(figures.get(2)).isCloseTo(hours(seconds.get(seconds.size() - 1)), Offset.offset(A_MINUTE_OR_TWO));
        assertThat(figures.get(4)).isEqualByComparingTo(BigDecimal.valueOf(seconds.size()));
    }

    /** The seconds on Mondays from 8 to 20 o'clock in Vienna, counted minute by minute, without the holiday. */
    private static long onMondays(Instant from, Instant to) {
        var seconds = 0L;
        for (var at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            var there = at.atZone(VIENNA);
            if (there.getDayOfWeek() == DayOfWeek.MONDAY
                    && there.getHour() >= 8
                    && there.getHour() < 20
                    && !there.toLocalDate().equals(LocalDate.of(2026, 10, 12))) {
                seconds += 60;
            }
        }
        return seconds;
    }

    @Test
    void open_orders_are_counted_by_state_and_age() {
        var rows = rows("ageing", ReportFilter.of(PERIOD));
        var open = orders.stream().filter(order -> !order.state().ended()).toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows.stream().map(Row::key))
                .containsExactlyElementsOf(open.stream()
                        .map(Seeded::state)
                        .distinct()
                        .sorted()
                        .map(OrderState::name)
                        .toList());
        for (var row : rows) {
            var ages = open.stream()
                    .filter(order -> order.state().name().equals(row.key()))
                    .map(order -> Duration.between(order.entered(), SeededOrders.NOW))
                    .toList();
            assertThat(row.figures().stream().map(BigDecimal::longValue))
                    .containsExactly(
                            between(ages, 0, 1), between(ages, 1, 3), between(ages, 3, 7), between(ages, 7, 10_000));
        }
    }

    @Test
    void ages_by_the_clock_of_a_site_leave_out_the_days_on_which_it_is_closed() {
        var database = new JdbcTemplate(source);
        database.update("insert into site (code, name, country, version) values ('AGE', 'Age', 'AT', 0)");
        database.update("insert into business_hours (site, week, holidays, version)"
                + " values ('AGE', '08:00-20:00;08:00-20:00;08:00-20:00;08:00-20:00;08:00-20:00;;', '2026-11-16', 1)");
        assertThat(SeededOrders.NOW).as("a Friday").isEqualTo("2026-11-20T13:37:00Z");
        var bounds = List.of("2026-11-19T13:37:00Z", "2026-11-17T13:37:00Z", "2026-11-10T13:37:00Z");
        var open = orders.stream().filter(order -> !order.state().ended()).toList();
        for (int column = 0; column < 4; column++) {
            var at = column;
            var younger = column == 0 ? SeededOrders.NOW.plusSeconds(1) : Instant.parse(bounds.get(column - 1));
            var older = column == 3 ? Instant.EPOCH : Instant.parse(bounds.get(column));
            assertThat(rows("ageing", new ReportFilter(PERIOD, "", "", "", "", "AGE")).stream()
                            .mapToLong(row -> row.figures().get(at).longValue())
                            .sum())
                    .as("column " + column)
                    .isEqualTo(open.stream()
                            .filter(order -> order.entered().isAfter(older)
                                    && !order.entered().isAfter(younger))
                            .count())
                    .isPositive();
        }
    }

    @Test
    void open_orders_over_time_are_those_that_a_replay_of_the_timelines_finds() {
        var rows = rows("cumulative-flow", ReportFilter.of(PERIOD));
        assertThat(rows).hasSize(PERIOD.days());
        for (var row : rows) {
            var end =
                    LocalDate.parse(row.key()).plusDays(1).atStartOfDay(VIENNA).toInstant();
            var states = orders.stream()
                    .map(order -> stateAt(order, end))
                    .filter(Objects::nonNull)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(row.figures().stream().map(BigDecimal::longValue))
                    .as(row.key())
                    .containsExactly(
                            count(states, OrderState.ENTERED, OrderState.IN_REVIEW, OrderState.IN_CORRECTION),
                            count(states, OrderState.WAITING_FOR_STOCK),
                            count(states, OrderState.CONFIRMED, OrderState.IN_FULFILMENT),
                            count(states, OrderState.SHIPPED),
                            count(states, OrderState.DELIVERED));
        }
    }

    @Test
    void the_last_day_of_the_open_orders_over_time_is_now() {
        var today = LocalDate.ofInstant(SeededOrders.NOW, VIENNA);
        var rows = rows(
                "cumulative-flow", ReportFilter.of(new ReportPeriod(today.minusDays(3), today.plusDays(3), VIENNA)));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(3).figures().stream()
                        .mapToLong(BigDecimal::longValue)
                        .sum())
                .isEqualTo(
                        orders.stream().filter(order -> !order.state().ended()).count());
    }

    @ParameterizedTest
    @MethodSource("filters")
    void holds_are_counted_by_rule_and_by_how_they_ended(ReportFilter filter) {
        var rows = rows("holds-by-rule", filter);
        var expected = new TreeMap<String, List<Seeded>>();
        in(filter)
                .forEach(order -> order.holds()
                        .forEach(hold -> expected.computeIfAbsent(hold.rule(), rule -> new ArrayList<>())
                                .add(order)));
        assertThat(rows).extracting(Row::key).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (var row : rows) {
            var held = expected.get(row.key());
            var holds = held.stream().flatMap(order -> order.holds().stream()).toList();
            var released = holds.stream()
                    .filter(hold -> hold.status().equals("RELEASED"))
                    .count();
            var lapsed = holds.stream()
                    .filter(hold -> hold.status().equals("LAPSED"))
                    .count();
            var seconds = holds.stream()
                    .filter(hold -> hold.closed() != null)
                    .map(hold -> Duration.between(hold.opened(), hold.closed()).toSeconds())
                    .sorted()
                    .toList();
            assertThat(row.figures())
                    .as(row.key())
                    .usingElementComparator(FIGURES)
                    .isEqualTo(Arrays.asList(
                            number(holds.size()),
                            number(held.size()),
                            number(holds.size() - released - lapsed),
                            number(released),
                            number(lapsed),
                            percent(released, released + lapsed),
                            number(held.stream().filter(order -> !order.kept()).count()),
                            hours(atRank(seconds, 0.5))));
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void lost_orders_are_counted_by_their_last_reason(ReportFilter filter) {
        var rows = rows("lost-orders", filter);
        var lost = in(filter).stream()
                .filter(order -> !order.kept())
                .collect(Collectors.groupingBy(OrderReportsTest::reason));
        assertThat(rows).extracting(Row::key).containsExactlyInAnyOrderElementsOf(lost.keySet());
        for (var row : rows) {
            var ofReason = lost.get(row.key());
            assertThat(row.figures())
                    .as(row.key())
                    .usingElementComparator(FIGURES)
                    .isEqualTo(List.of(
                            number(ofReason.size()),
                            number(ofReason.stream()
                                    .filter(order -> order.state() == OrderState.REJECTED)
                                    .count()),
                            number(ofReason.stream()
                                    .filter(order -> order.state() == OrderState.CANCELLED)
                                    .count()),
                            sum(ofReason)));
        }
    }

    private static final List<ReportFilter> BEHIND =
            List.of(new ReportFilter(PERIOD, "", "", "DE", "", ""), new ReportFilter(PERIOD, "shop", "", "", "", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders-by-day",
                "orders-by-state",
                "orders-by-channel",
                "orders-by-customer",
                "orders-by-country",
                "orders-by-person",
                "orders-by-product",
                "orders-by-category",
                "weekday-by-hour",
                "lead-times",
                "ageing",
                "cumulative-flow",
                "holds-by-rule",
                "lost-orders"
            })
    void the_orders_behind_each_figure_are_as_many_as_it_says(String name) {
        var report = reports().find(name).orElseThrow();
        for (var filter : name.equals("cumulative-flow") ? List.of(ReportFilter.of(PERIOD)) : BEHIND) {
            var rows = some(report.rows(filter));
            assertThat(rows).isNotEmpty();
            assertThat(report.columns()).anyMatch(Column::standsForOrders);
            for (int at = 0; at < report.columns().size(); at++) {
                var column = report.columns().get(at);
                if (column.standsForOrders()) {
                    for (var row : rows) {
                        assertThat(behind(report, row.key(), column, filter))
                                .as(row.key() + " " + column.code())
                                .hasSize(row.figures().get(at).intValue());
                    }
                    assertTotal(report, at, filter);
                }
            }
        }
    }

    /** Of many days every seventh. */
    private static List<Row> some(List<Row> rows) {
        return rows.size() < PERIOD.days()
                ? rows
                : IntStream.range(0, rows.size())
                        .filter(at -> at % 7 == 0)
                        .mapToObj(rows::get)
                        .toList();
    }

    private static void assertTotal(Report report, int at, ReportFilter filter) {
        if (report.columns().get(at).additive()) {
            assertThat(behind(report, null, report.columns().get(at), filter))
                    .hasSize(report.rows(filter).stream()
                            .mapToInt(row -> row.figures().get(at).intValue())
                            .sum());
        }
    }

    /** As the page does: a day is a period of its own. */
    private static List<OrdersBehind.Found> behind(Report report, String key, Column column, ReportFilter filter) {
        var day = report.keys() == Report.Keys.DAY && key != null ? LocalDate.parse(key) : null;
        return new OrdersBehind(JdbcClient.create(source), company(), clock(), TestKeys.cipher())
                .find(
                        new OrdersBehind.Cell(report, key, column.orders()),
                        day == null ? filter : filter.on(new ReportPeriod(day, day, VIENNA)),
                        0,
                        ORDERS);
    }

    @Test
    void the_orders_behind_a_state_of_a_day_had_it_at_the_end_of_the_day() {
        var report = reports().find("cumulative-flow").orElseThrow();
        var column = report.columns().stream()
                .filter(one -> one.name().equals("flow-carrier"))
                .findFirst()
                .orElseThrow();
        var day = LocalDate.of(2026, 10, 25);
        var end = day.plusDays(1).atStartOfDay(VIENNA).toInstant();
        assertThat(behind(report, day.toString(), column, ReportFilter.of(PERIOD)))
                .extracting(OrdersBehind.Found::number)
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(order -> stateAt(order, end) == OrderState.SHIPPED)
                        .map(Seeded::number)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void the_orders_behind_an_hour_of_a_weekday_were_entered_in_it() {
        var report = reports().find("weekday-by-hour").orElseThrow();
        var filter = ReportFilter.of(PERIOD);
        assertThat(behind(report, "SUNDAY", report.columns().get(2), filter))
                .extracting(OrdersBehind.Found::number)
                .containsExactlyInAnyOrderElementsOf(in(filter).stream()
                        .filter(order -> order.entered().atZone(VIENNA).getHour() == 2
                                && order.entered().atZone(VIENNA).getDayOfWeek() == DayOfWeek.SUNDAY)
                        .map(Seeded::number)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void headlines_are_the_figures_of_the_period_and_of_the_one_before() {
        var headlines = new Headlines(JdbcClient.create(source), company(), clock())
                .of(PERIOD).stream().collect(Collectors.toMap(Headline::name, Function.identity()));
        for (var name : List.of(
                "orders",
                "turnover",
                "average",
                "open",
                "on-time",
                "fill-rate",
                "otif",
                "cancellations",
                "straight-through",
                "touches")) {
            assertThat(headlines.get(name).value()).as(name).isEqualByComparingTo(headline(name, PERIOD));
            assertThat(headlines.get(name).before()).as(name).isEqualByComparingTo(headline(name, PERIOD.before()));
            assertThat(headlines.get(name).course()).as(name).hasSize(PERIOD.days());
            var last = new ReportPeriod(PERIOD.to(), PERIOD.to(), VIENNA);
            assertThat(headlines.get(name).course().get(PERIOD.days() - 1))
                    .as(name)
                    .isEqualByComparingTo(headline(name, last));
        }
        var today = LocalDate.ofInstant(SeededOrders.NOW, VIENNA);
        assertThat(headlines.get("late").value().longValue())
                .isEqualTo(orders.stream()
                        .filter(order -> order.requested() != null
                                && order.requested().isBefore(today)
                                && order.state().undelivered())
                        .count());
    }

    private static BigDecimal headline(String name, ReportPeriod period) {
        var entered = in(ReportFilter.of(period));
        var confirmed = entered.stream()
                .filter(order -> order.first(OrderState.CONFIRMED) != null)
                .toList();
        var delivered = orders.stream()
                .filter(order -> within(period, order.first(OrderState.DELIVERED)))
                .toList();
        var requested =
                delivered.stream().filter(order -> order.requested() != null).toList();
        var units = delivered.stream()
                .flatMap(order -> order.lines().stream())
                .mapToLong(SeededOrders.Line::quantity)
                .sum();
        return switch (name) {
            case "orders" -> number(entered.size());
            case "turnover" -> sum(entered.stream().filter(Seeded::kept).toList());
            case "average" -> figures(entered, 1).get(4);
            case "open" ->
                number(orders.stream()
                        .map(order -> stateAt(order, period.end()))
                        .filter(state -> state != null && !state.ended())
                        .count());
            case "on-time" ->
                percent(
                        requested.stream()
                                .filter(order -> onTime(order, period))
                                .count(),
                        requested.size());
            case "fill-rate" ->
                percent(
                        units
                                - delivered.stream()
                                        .mapToLong(OrderReportsTest::cancelled)
                                        .sum(),
                        units);
            case "otif" ->
                percent(
                        requested.stream()
                                .filter(order -> onTime(order, period) && cancelled(order) == 0)
                                .count(),
                        requested.size());
            case "cancellations" ->
                number(orders.stream()
                        .filter(order -> within(period, order.first(OrderState.CANCELLED)))
                        .count());
            case "straight-through" ->
                percent(
                        confirmed.stream()
                                .filter(order -> order.holds().isEmpty())
                                .count(),
                        confirmed.size());
            case "touches" ->
                number(entered.stream()
                                .flatMap(order -> order.events().stream())
                                .filter(OrderReportsTest::isTouch)
                                .count())
                        .divide(number(entered.size()), 2, RoundingMode.HALF_UP);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean isTouch(Event event) {
        return List.of("released", "picked", "cancellation").contains(event.what())
                || event.what().startsWith("decided.") && event.actor().startsWith("person");
    }

    private static boolean onTime(Seeded order, ReportPeriod period) {
        return !LocalDate.ofInstant(order.first(OrderState.DELIVERED), period.zone())
                .isAfter(order.requested());
    }

    private static long cancelled(Seeded order) {
        return order.lines().stream().mapToLong(SeededOrders.Line::cancelled).sum();
    }

    private static void assertGrouped(String name, ReportFilter filter, Function<Seeded, String> field) {
        var rows = rows(name, filter);
        var expected = in(filter).stream().collect(Collectors.groupingBy(field));
        assertThat(rows).extracting(Row::key).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (var row : rows) {
            assertThat(row.figures())
                    .as(name + " " + row.key())
                    .usingElementComparator(FIGURES)
                    .isEqualTo(figures(expected.get(row.key()), in(filter).size()));
        }
    }

    private static void assertLines(String name, ReportFilter filter, Function<SeededOrders.Line, String> field) {
        var rows = rows(name, filter);
        var keys = in(filter).stream()
                .flatMap(order -> order.lines().stream())
                .map(field)
                .distinct()
                .toList();
        assertThat(rows).extracting(Row::key).containsExactlyInAnyOrderElementsOf(keys);
        for (var row : rows) {
            var with = in(filter).stream()
                    .filter(order -> order.lines().stream().map(field).anyMatch(row.key()::equals))
                    .toList();
            Function<List<Seeded>, List<SeededOrders.Line>> lines = some -> some.stream()
                    .flatMap(order -> order.lines().stream())
                    .filter(line -> field.apply(line).equals(row.key()))
                    .toList();
            var paying = with.stream()
                    .filter(order -> order.kept() && order.currency().equals("EUR"))
                    .toList();
            assertThat(row.figures())
                    .as(name + " " + row.key())
                    .usingElementComparator(FIGURES)
                    .isEqualTo(List.of(
                            number(lines.apply(with).stream()
                                    .mapToLong(SeededOrders.Line::quantity)
                                    .sum()),
                            number(lines.apply(with).stream()
                                    .mapToLong(SeededOrders.Line::cancelled)
                                    .sum()),
                            number(with.size()),
                            lines.apply(paying).stream()
                                    .map(SeededOrders.Line::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
    }

    private static void assertLeadTime(
            List<BigDecimal> figures,
            ReportFilter filter,
            Function<Seeded, Instant> begin,
            Function<Seeded, Instant> end) {
        var seconds = in(filter).stream()
                .filter(order -> begin.apply(order) != null && end.apply(order) != null)
                .map(order ->
                        Duration.between(begin.apply(order), end.apply(order)).toSeconds())
                .sorted()
                .toList();
        if (seconds.isEmpty()) {
            assertThat(figures).usingElementComparator(FIGURES).containsExactly(null, null, null, null, number(0));
            return;
        }
        assertThat(figures)
                .usingElementComparator(FIGURES)
                .containsExactly(
                        hours(atRank(seconds, 0.5)),
                        hours(atRank(seconds, 0.9)),
                        hours(seconds.get(seconds.size() - 1)),
                        hours((long)
                                seconds.stream().mapToLong(one -> one).average().orElseThrow()),
                        number(seconds.size()));
    }

    /** Orders, share, lost, turnover, average. */
    private static List<BigDecimal> figures(List<Seeded> some, int all) {
        var paying = some.stream()
                .filter(order -> order.kept() && order.currency().equals("EUR"))
                .toList();
        return Arrays.asList(
                number(some.size()),
                percent(some.size(), all),
                number(some.stream().filter(order -> !order.kept()).count()),
                sum(paying),
                paying.isEmpty() ? null : sum(paying).divide(number(paying.size()), 2, RoundingMode.HALF_UP));
    }

    private static final Comparator<BigDecimal> FIGURES = Comparator.nullsFirst(BigDecimal::compareTo);

    private static List<Seeded> in(ReportFilter filter) {
        return orders.stream()
                .filter(order -> within(filter.period(), order.entered()))
                .filter(order -> filter.channel().isEmpty() || filter.channel().equals(order.channel()))
                .filter(order ->
                        filter.customer().isEmpty() || filter.customer().equals(order.customer()))
                .filter(order -> filter.country().isEmpty() || filter.country().equals(order.country()))
                .toList();
    }

    private static boolean within(ReportPeriod period, Instant at) {
        if (at == null) {
            return false;
        }
        var day = LocalDate.ofInstant(at, period.zone());
        return !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    private static OrderState stateAt(Seeded order, Instant end) {
        OrderState state = null;
        for (var event : order.events()) {
            if (event.to() != null && event.at().isBefore(end)) {
                state = event.to();
            }
        }
        return state;
    }

    private static String reason(Seeded order) {
        String reason = "";
        for (var event : order.events()) {
            if (event.what().equals("cancellation") || event.what().equals("decided.reject")) {
                reason = event.note();
            }
        }
        return reason;
    }

    private static long between(List<Duration> ages, int from, int to) {
        return ages.stream()
                .filter(age -> age.compareTo(Duration.ofDays(from)) >= 0 && age.compareTo(Duration.ofDays(to)) < 0)
                .count();
    }

    private static long count(Map<OrderState, Long> states, OrderState... some) {
        return Arrays.stream(some)
                .mapToLong(state -> states.getOrDefault(state, 0L))
                .sum();
    }

    private static Function<Seeded, Instant> of(OrderState... states) {
        return order -> order.first(states);
    }

    private static long atRank(List<Long> sorted, double share) {
        int at = 0;
        while ((at + 1) < share * sorted.size() - 1e-9) {
            at++;
        }
        return sorted.get(at);
    }

    /** In the currency of the company. */
    private static BigDecimal sum(List<Seeded> some) {
        return some.stream()
                .filter(order -> order.currency().equals("EUR"))
                .map(Seeded::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static List<Row> rows(String name, ReportFilter filter) {
        return reports().find(name).orElseThrow().rows(filter);
    }

    private static Reports reports() {
        var cipher = TestKeys.cipher();
        return new Reports(
                JdbcClient.create(source),
                company(),
                clock(),
                cipher,
                TestKeys.subjects(JdbcClient.create(source), cipher));
    }

    private static Company company() {
        return new Company(Currency.getInstance("EUR"), VIENNA);
    }

    private static Clock clock() {
        return Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC);
    }
}
