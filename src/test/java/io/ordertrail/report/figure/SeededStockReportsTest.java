package io.ordertrail.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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

/** Each figure of each report on stock equals what one query for this figure alone says of the goods of 10,000 orders. */
@Tag("nightly")
class SeededStockReportsTest {

    private static final int ORDERS = 10_000;
    private static final List<String> SITES = List.of("ROT", "VIE");
    private static final ReportPeriod PERIOD =
            new ReportPeriod(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 11, 8), ZoneOffset.UTC);

    private static final LocalDateTime FROM = LocalDateTime.parse("2026-10-10T00:00");
    private static final LocalDateTime TO = LocalDateTime.parse("2026-11-09T00:00");
    private static final LocalDateTime NOW = SeededOrders.utc(SeededOrders.NOW);
    private static final Comparator<BigDecimal> EQUAL = Comparator.nullsFirst(Comparator.naturalOrder());

    private static JdbcTemplate database;
    private static Reports reports;
    private static OrdersBehind behind;

    @BeforeAll
    static void goods() {
        var source = ReportTables.create();
        database = new JdbcTemplate(source);
        var orders = SeededOrders.invent(ORDERS, 24);
        SeededOrders.store(orders, source);
        database.update(
                "insert into site (code, name, country, version) values ('VIE', 'Vienna', 'AT', 0), ('ROT', 'Rotterdam', 'NL', 0)");
        var client = JdbcClient.create(source);
        var cipher = TestKeys.cipher();
        reports = new Reports(
                client,
                new Company(Currency.getInstance("EUR"), ZoneOffset.UTC),
                Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC),
                cipher,
                TestKeys.subjects(client, cipher));
        behind = new OrdersBehind(
                client,
                new Company(Currency.getInstance("EUR"), ZoneOffset.UTC),
                Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC),
                cipher);
        var random = new Random(24);
        items(random);
        leave(orders, random);
        purchases(random);
        for (var day = LocalDate.of(2026, 10, 1); day.isBefore(LocalDate.of(2026, 11, 20)); day = day.plusDays(1)) {
            database.update(
                    "insert into measured_task (process, ended_on, step, version, role, person, tasks, waited, worked)"
                            + " values ('orderFulfilment', ?, ?, 1, 'warehouse', '', 1, 5, ?)",
                    Date.valueOf(day),
                    day.getDayOfMonth() % 7 == 0 ? "shipParcel" : "pickAndPack",
                    random.nextInt(40_000_000));
        }
    }

    private static void items(Random random) {
        for (var site : SITES) {
            for (int product = 0; product < SeededOrders.PRODUCTS; product++) {
                database.update(
                        "insert into stock_item (sku, site, bin, on_hand, reserved, incoming) values (?, ?, 'A', ?, ?, ?)",
                        SeededOrders.sku(product),
                        site,
                        20_000,
                        product == 3 ? 20_000 : random.nextInt(500),
                        random.nextInt(50));
            }
        }
    }

    /** A shipped line left the shelf, one of thirty a little short; a reserved one waits for it. */
    private static void leave(List<SeededOrders.Seeded> orders, Random random) {
        var movements = new ArrayList<Object[]>();
        var reservations = new ArrayList<Object[]>();
        for (var order : orders) {
            for (int line = 0; line < order.lines().size(); line++) {
                var units = order.lines().get(line).quantity();
                var at = order.entered().plus(Duration.ofMinutes(random.nextInt(4000)));
                var shipped = at.isBefore(SeededOrders.NOW) && random.nextInt(5) > 0;
                var goods = new Object[] {
                    order.lines().get(line).sku(), SITES.get(random.nextInt(2)), order.number(), SeededOrders.utc(at)
                };
                if (shipped) {
                    movements.add(movement(movements, goods, "SHIPMENT", -units));
                }
                if (shipped && random.nextInt(30) == 0) {
                    movements.add(movement(movements, goods, "SHORTFALL", -1 - random.nextInt(3)));
                }
                reservations.add(new Object[] {
                    reservations.size() + 1,
                    goods[2],
                    line,
                    goods[0],
                    goods[1],
                    units,
                    shipped ? units : null,
                    shipped ? "SHIPPED" : "OPEN",
                    SeededOrders.utc(order.entered())
                });
            }
        }
        database.batchUpdate(
                "insert into stock_movement (id, sku, site, kind, on_hand_change, reserved_change, order_number, actor, at)"
                        + " values (?, ?, ?, ?, ?, 0, ?, 'person', ?)",
                movements);
        database.batchUpdate(
                "insert into reservation (id, order_number, position, priority, sku, site, quantity, found, status, reserved_at)"
                        + " values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
                reservations);
    }

    private static Object[] movement(List<Object[]> movements, Object[] goods, String kind, int change) {
        return new Object[] {movements.size() + 1, goods[0], goods[1], kind, change, goods[2], goods[3]};
    }

    private static void purchases(Random random) {
        for (int i = 1; i <= 600; i++) {
            var ended = NOW.minusMinutes(random.nextInt(100_000));
            var ordered = 5 + random.nextInt(20);
            var complete = random.nextInt(5) > 0;
            database.update(
                    "insert into purchase_order (id, sku, site, state, suggested, ordered, received, expected, proposed_at, ended_at)"
                            + " values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)",
                    i,
                    SeededOrders.sku(random.nextInt(SeededOrders.PRODUCTS)),
                    SITES.get(random.nextInt(2)),
                    complete ? "RECEIVED" : "CLOSED",
                    ordered,
                    complete ? ordered : ordered - 1 - random.nextInt(4),
                    Date.valueOf(ended.toLocalDate().plusDays(random.nextInt(9) - 4)),
                    ended.minusDays(20),
                    ended);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ROT"})
    void stock_by_product(String site) {
        for (var row : rows("stock-by-product", site, SeededOrders.PRODUCTS)) {
            var shipped = number(
                    "select coalesce(-sum(on_hand_change), 0) from stock_movement where sku = ? and site like ?"
                            + " and kind = 'SHIPMENT' and at >= ? and at < ?",
                    row.key(),
                    like(site),
                    FROM,
                    TO);
            var onHand =
                    number("select sum(on_hand) from stock_item where sku = ? and site like ?", row.key(), like(site));
            var available = number(
                    "select sum(on_hand - reserved) from stock_item where sku = ? and site like ?",
                    row.key(),
                    like(site));
            var opening = onHand.subtract(since(FROM, row.key(), site));
            var closing = onHand.subtract(since(TO, row.key(), site));
            assertFigures(
                    row,
                    shipped,
                    ratio(shipped.multiply(BigDecimal.valueOf(2)), opening.add(closing)),
                    ratio(available.multiply(BigDecimal.valueOf(30)), shipped),
                    BigDecimal.valueOf(available.signum() > 0 ? 0 : 1),
                    onHand,
                    available,
                    number(
                            "select sum(incoming) from stock_item where sku = ? and site like ?",
                            row.key(),
                            like(site)));
        }
    }

    private static BigDecimal since(LocalDateTime at, String sku, String site) {
        return number(
                "select coalesce(sum(on_hand_change), 0) from stock_movement where sku = ? and site like ? and at >= ?",
                sku,
                like(site),
                at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ROT"})
    void reservation_ages(String site) {
        for (var row : rows("reservation-ages", site, site.isEmpty() ? 2 : 1)) {
            var oldest = database.queryForObject(
                    "select min(reserved_at) from reservation where status = 'OPEN' and site = ?",
                    LocalDateTime.class,
                    row.key());
            assertFigures(
                    row,
                    reserved(row.key(), 0, 10_000),
                    reserved(row.key(), 0, 1),
                    reserved(row.key(), 1, 3),
                    reserved(row.key(), 3, 7),
                    reserved(row.key(), 7, 10_000),
                    BigDecimal.valueOf(Duration.between(oldest, NOW).toSeconds())
                            .divide(BigDecimal.valueOf(86_400), 2, RoundingMode.HALF_UP));
        }
    }

    private static BigDecimal reserved(String site, int fromDays, int toDays) {
        return number(
                "select coalesce(sum(quantity), 0) from reservation where status = 'OPEN' and site = ?"
                        + " and reserved_at <= ? and reserved_at > ?",
                site,
                fromDays == 0 ? NOW.plusYears(1) : NOW.minusDays(fromDays),
                NOW.minusDays(toDays));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ROT"})
    void short_picks(String site) {
        for (var row : rows("short-picks", site, SeededOrders.PRODUCTS)) {
            var missing = left("SHORTFALL", row.key(), site);
            var shipped = left("SHIPMENT", row.key(), site);
            assertFigures(
                    row,
                    missing,
                    number(
                            "select count(distinct order_number) from stock_movement where kind = 'SHORTFALL'"
                                    + " and sku = ? and site like ? and at >= ? and at < ?",
                            row.key(),
                            like(site),
                            FROM,
                            TO),
                    shipped,
                    ratio(missing.movePointRight(2), missing.add(shipped)));
        }
    }

    private static BigDecimal left(String kind, String sku, String site) {
        return number(
                "select coalesce(-sum(on_hand_change), 0) from stock_movement where kind = ? and sku = ?"
                        + " and site like ? and at >= ? and at < ?",
                kind,
                sku,
                like(site),
                FROM,
                TO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ROT"})
    void purchases_on_time(String site) {
        for (var row : rows("purchases-on-time", site, SeededOrders.PRODUCTS)) {
            var all = purchases("count(*)", "1 = 1", row.key(), site);
            var onTime =
                    purchases("count(*)", "state = 'RECEIVED' and cast(ended_at as date) <= expected", row.key(), site);
            var late = purchases("count(*)", "cast(ended_at as date) > expected", row.key(), site);
            var days = purchases(
                    "coalesce(sum(timestampdiff(day, expected, cast(ended_at as date))), 0)",
                    "cast(ended_at as date) > expected",
                    row.key(),
                    site);
            assertFigures(
                    row,
                    all,
                    onTime,
                    ratio(onTime.movePointRight(2), all),
                    ratio(days, late),
                    purchases("sum(ordered)", "1 = 1", row.key(), site),
                    purchases("sum(received)", "1 = 1", row.key(), site));
        }
    }

    private static BigDecimal purchases(String figure, String condition, String sku, String site) {
        return number(
                "select " + figure
                        + " from purchase_order where sku = ? and site like ? and ended_at >= ? and ended_at < ? and "
                        + condition,
                sku,
                like(site),
                FROM,
                TO);
    }

    @Test
    void picking_rate() {
        for (var row : rows("picking-rate", "", PERIOD.days())) {
            var day = LocalDate.parse(row.key());
            var units = number(
                    "select coalesce(sum(found), 0) from reservation where order_number in"
                            + " (select order_number from order_event where what = 'picked' and at >= ? and at < ?)",
                    day.atStartOfDay(),
                    day.plusDays(1).atStartOfDay());
            var worked = number(
                    "select coalesce(sum(worked), 0) from measured_task where step = 'pickAndPack' and ended_on = ?",
                    Date.valueOf(day));
            assertFigures(
                    row,
                    ratio(units.multiply(BigDecimal.valueOf(3_600_000)), worked),
                    units,
                    ratio(worked, BigDecimal.valueOf(3_600_000)),
                    number(
                            "select count(*) from order_event where what = 'picked' and at >= ? and at < ?",
                            day.atStartOfDay(),
                            day.plusDays(1).atStartOfDay()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stock-by-product, ''",
        "stock-by-product, ROT",
        "short-picks, ''",
        "short-picks, ROT",
        "reservation-ages, ''",
        "picking-rate, ''"
    })
    void the_orders_behind_each_figure_are_those_whose_goods_it_counts(String name, String site) {
        var report = reports.find(name).orElseThrow();
        var filter = new ReportFilter(PERIOD, "", "", "", site, "");
        for (var row : some(report.rows(filter))) {
            for (var column : report.columns()) {
                if (column.standsForOrders()) {
                    var orders =
                            behind.find(new OrdersBehind.Cell(report, row.key(), column.orders()), filter, 0, 10_000);
                    assertThat(orders)
                            .as(name + " " + row.key() + " " + column.code())
                            .extracting(OrdersBehind.Found::number)
                            .containsExactlyInAnyOrderElementsOf(moved(column.name(), row.key(), site));
                    if (column.name().equals("orders") || column.name().equals("picks")) {
                        assertThat(row.figures().get(report.columns().indexOf(column)))
                                .isEqualByComparingTo(BigDecimal.valueOf(orders.size()));
                    }
                }
            }
        }
    }

    /** Every third of them. */
    private static List<Row> some(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(at -> at % 3 == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static List<String> moved(String column, String key, String site) {
        return switch (column) {
            case "units-shipped" -> leftFor("SHIPMENT", key, site);
            case "units-short", "orders" -> leftFor("SHORTFALL", key, site);
            case "units-reserved" -> held(key, 0, 10_000);
            case "units-day" -> held(key, 0, 1);
            case "units-days" -> held(key, 1, 3);
            case "units-week" -> held(key, 3, 7);
            case "units-old" -> held(key, 7, 10_000);
            case "units-picked", "picks" ->
                database.queryForList(
                        "select order_number from order_event where what = 'picked' and at >= ? and at < ?",
                        String.class,
                        LocalDate.parse(key).atStartOfDay(),
                        LocalDate.parse(key).plusDays(1).atStartOfDay());
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static List<String> leftFor(String kind, String sku, String site) {
        return database.queryForList(
                "select distinct order_number from stock_movement where kind = ? and sku = ? and site like ? and at >="
                        + " ? and at < ?",
                String.class,
                kind,
                sku,
                like(site),
                FROM,
                TO);
    }

    private static List<String> held(String site, int fromDays, int toDays) {
        return database.queryForList(
                "select distinct order_number from reservation where status = 'OPEN' and site = ?"
                        + " and reserved_at <= ? and reserved_at > ?",
                String.class,
                site,
                fromDays == 0 ? NOW.plusYears(1) : NOW.minusDays(fromDays),
                NOW.minusDays(toDays));
    }

    private static List<Row> rows(String report, String site, int expected) {
        var rows = reports.find(report).orElseThrow().rows(new ReportFilter(PERIOD, "", "", "", site, ""));
        assertThat(rows).hasSize(expected);
        return rows;
    }

    private static void assertFigures(Row row, BigDecimal... figures) {
        assertThat(row.figures()).as(row.key()).usingElementComparator(EQUAL).isEqualTo(Arrays.asList(figures));
    }

    private static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.divide(divisor, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(String sql, Object... values) {
        return database.queryForObject(sql, BigDecimal.class, values);
    }

    private static String like(String site) {
        return site.isEmpty() ? "%" : site;
    }
}
