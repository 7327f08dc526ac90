package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.order.book.OrderState;

/** Orders that a seed invents: as values, from which a test calculates, and as rows, from which reports do. */
public final class SeededOrders {

    public static final Instant NOW = Instant.parse("2026-11-20T13:37:00Z");
    public static final Instant FIRST = Instant.parse("2026-08-20T00:00:00Z");
    static final String[] CATEGORIES = {"Cups", "Plates", "Tables"};
    static final int PRODUCTS = 12;
    private static final String[] CHANNELS = {"desk", "api", "shop"};
    private static final String[] COUNTRIES = {"AT", "DE", "TW"};
    private static final String[] REASONS = {"too late", "=SUM(A1)", "customer is blocked", ""};
    private static final String[] RULES = {"credit-limit", "price-below-list", "new-customer"};

    public record Line(String sku, int quantity, int cancelled, BigDecimal amount) {}

    public record Event(Instant at, String actor, String what, OrderState from, OrderState to, String note) {}

    public record Held(String rule, String status, Instant opened, Instant closed) {}

    public record Seeded(
            String number,
            String customer,
            String channel,
            String shipCountry,
            String currency,
            String enteredBy,
            Instant entered,
            LocalDate requested,
            OrderState state,
            BigDecimal total,
            List<Line> lines,
            List<Event> events,
            List<Held> holds) {

        boolean kept() {
            return state != OrderState.REJECTED && state != OrderState.CANCELLED;
        }

        String country() {
            return shipCountry == null ? countryOf(customer) : shipCountry;
        }

        /** Since when it has its state. */
        Instant since() {
            return events.stream()
                    .filter(event -> event.to() != null)
                    .map(Event::at)
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }

        public Instant first(OrderState... states) {
            return events.stream()
                    .filter(event -> event.to() != null && List.of(states).contains(event.to()))
                    .map(Event::at)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
    }

    private final Random random;

    private SeededOrders(long seed) {
        this.random = new Random(seed);
    }

    public static List<Seeded> invent(int count, long seed) {
        var seeded = new SeededOrders(seed);
        return IntStream.range(0, count).mapToObj(seeded::order).toList();
    }

    static String sku(int product) {
        return "S-" + product;
    }

    static String category(int product) {
        return CATEGORIES[product % CATEGORIES.length];
    }

    static String countryOf(String customer) {
        return COUNTRIES[Integer.parseInt(customer.substring(2)) % COUNTRIES.length];
    }

    private Seeded order(int at) {
        var entered = FIRST.plusSeconds((long) (random.nextDouble()
                * Duration.between(FIRST, NOW.minus(Duration.ofHours(1))).toSeconds()));
        var events = new ArrayList<Event>();
        var holds = new ArrayList<Held>();
        var state = live(entered, events, holds);
        var lines = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> line())
                .toList();
        return new Seeded(
                "%04d-%04d".formatted(at / 10_000, at % 10_000),
                "K-" + random.nextInt(9),
                CHANNELS[random.nextInt(CHANNELS.length)],
                random.nextBoolean() ? null : COUNTRIES[random.nextInt(COUNTRIES.length)],
                random.nextInt(20) == 0 ? "USD" : "EUR",
                random.nextInt(3) == 0 ? "system: shop" : "person-" + random.nextInt(4),
                entered,
                random.nextInt(3) == 0
                        ? null
                        : LocalDate.ofInstant(entered, ZoneOffset.UTC).plusDays(random.nextInt(8)),
                state,
                lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines,
                events,
                holds);
    }

    private Line line() {
        var quantity = 1 + random.nextInt(9);
        var cancelled = random.nextInt(6) == 0 ? random.nextInt(quantity + 1) : 0;
        return new Line(
                sku(random.nextInt(PRODUCTS)),
                quantity,
                cancelled,
                BigDecimal.valueOf((quantity - cancelled) * (100L + random.nextInt(5000)), 2));
    }

    /** What happens to an order until now. */
    private OrderState live(Instant entered, List<Event> events, List<Held> holds) {
        var at = entered;
        var state = move(events, at, null, OrderState.ENTERED);
        if (random.nextInt(4) == 0) {
            var rule = RULES[random.nextInt(RULES.length)];
            events.add(new Event(at, "rule: " + rule, "held", null, null, "reason"));
            state = move(events, at, state, OrderState.IN_REVIEW);
            var opened = at;
            at = later(at, 30);
            if (!at.isBefore(NOW)) {
                holds.add(new Held(rule, "OPEN", opened, null));
                return state;
            }
            if (random.nextInt(3) == 0) {
                holds.add(new Held(rule, "LAPSED", opened, at));
                events.add(new Event(at, "person-1", "decided.reject", null, null, REASONS[random.nextInt(4)]));
                return move(events, at, state, OrderState.REJECTED);
            }
            holds.add(new Held(rule, "RELEASED", opened, at));
            events.add(new Event(at, "person-1", "released", null, null, rule));
            events.add(new Event(at, "person-1", "decided.approve", null, null, null));
        }
        if (random.nextInt(10) == 0) {
            state = move(events, at, state, OrderState.WAITING_FOR_STOCK);
            events.add(new Event(at, "rule: shortage-policy", "decided.wait", null, null, null));
            at = later(at, 90);
        }
        if (random.nextInt(12) == 0 && at.isBefore(NOW)) {
            events.add(new Event(at, "person-2", "cancellation", null, null, REASONS[random.nextInt(4)]));
            return move(events, at, state, OrderState.CANCELLED);
        }
        for (var next : List.of(
                OrderState.CONFIRMED,
                OrderState.IN_FULFILMENT,
                OrderState.SHIPPED,
                OrderState.DELIVERED,
                OrderState.RECEIVED)) {
            if (!at.isBefore(NOW)) {
                return state;
            }
            state = move(events, at, state, next);
            if (next == OrderState.IN_FULFILMENT) {
                events.add(new Event(at, "person-3", "picked", null, null, null));
            }
            at = later(at, 70);
        }
        return state;
    }

    private static OrderState move(List<Event> events, Instant at, OrderState from, OrderState to) {
        events.add(new Event(at, "person-0", "state", from, to, null));
        return to;
    }

    private Instant later(Instant at, int hours) {
        return at.plusSeconds(60 + random.nextInt(hours * 3600));
    }

    /** Stores them. */
    public static void store(List<Seeded> orders, DataSource source) {
        var database = new JdbcTemplate(source);
        for (int product = 0; product < PRODUCTS; product++) {
            database.update(
                    "insert into product (sku, name, category, list_price, currency, active, version) values (?, ?, ?, 10, 'EUR', true, 0)",
                    sku(product),
                    "Name " + product,
                    category(product));
        }
        for (int customer = 0; customer < 9; customer++) {
            database.update(
                    "insert into customer (number, name, country, credit_limit, blocked, shortage_policy, version) values (?, ?, ?, 0, false, 'ASK', 0)",
                    "K-" + customer,
                    "Café " + customer,
                    countryOf("K-" + customer));
        }
        var rows = new ArrayList<Object[]>();
        var lines = new ArrayList<Object[]>();
        var events = new ArrayList<Object[]>();
        var holds = new ArrayList<Object[]>();
        for (var order : orders) {
            rows.add(new Object[] {
                order.number(),
                order.number(),
                order.customer(),
                order.channel(),
                order.currency(),
                order.requested() == null ? null : Date.valueOf(order.requested()),
                order.shipCountry(),
                order.total(),
                order.state().name(),
                utc(order.since()),
                utc(order.entered()),
                order.enteredBy()
            });
            for (int i = 0; i < order.lines().size(); i++) {
                var line = order.lines().get(i);
                lines.add(new Object[] {
                    order.number(),
                    i,
                    order.customer(),
                    utc(order.entered()),
                    line.sku(),
                    line.quantity(),
                    line.cancelled(),
                    line.amount()
                });
            }
            for (var event : order.events()) {
                events.add(new Object[] {
                    events.size() + 1L,
                    order.number(),
                    utc(event.at()),
                    event.actor(),
                    event.what(),
                    name(event.from()),
                    name(event.to()),
                    event.note()
                });
            }
            for (int i = 0; i < order.holds().size(); i++) {
                var hold = order.holds().get(i);
                holds.add(new Object[] {
                    order.number(),
                    i,
                    hold.rule(),
                    hold.status(),
                    utc(hold.opened()),
                    hold.closed() == null ? null : utc(hold.closed())
                });
            }
        }
        database.batchUpdate("""
            insert into customer_order (number, process_instance, customer, channel, currency, requested_delivery, ship_country, total,
              state, state_since, entered_at, entered_by, partial_delivery, content, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, '', 0)""", rows);
        database.batchUpdate("""
            insert into order_line (order_number, position, customer, entered_at, sku, quantity, cancelled_quantity, amount,
              name, unit_price, list_price, discount_percent) values (?, ?, ?, ?, ?, ?, ?, ?, 'name', 1, 1, 0)""", lines);
        database.batchUpdate("""
            insert into order_event (id, order_number, at, actor, what, from_state, to_state, note)
            values (?, ?, ?, ?, ?, ?, ?, ?)""", events);
        database.batchUpdate("""
            insert into order_hold (order_number, position, rule_id, status, opened_at, closed_at, reason, severity)
            values (?, ?, ?, ?, ?, ?, 'reason', 'high')""", holds);
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static String name(OrderState state) {
        return state == null ? null : state.name();
    }
}
