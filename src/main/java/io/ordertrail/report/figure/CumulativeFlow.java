package io.ordertrail.report.figure;

import static io.ordertrail.order.book.OrderState.CONFIRMED;
import static io.ordertrail.order.book.OrderState.DELIVERED;
import static io.ordertrail.order.book.OrderState.ENTERED;
import static io.ordertrail.order.book.OrderState.IN_CORRECTION;
import static io.ordertrail.order.book.OrderState.IN_FULFILMENT;
import static io.ordertrail.order.book.OrderState.IN_REVIEW;
import static io.ordertrail.order.book.OrderState.PARTLY_DELIVERED;
import static io.ordertrail.order.book.OrderState.PARTLY_SHIPPED;
import static io.ordertrail.order.book.OrderState.SHIPPED;
import static io.ordertrail.order.book.OrderState.WAITING_FOR_STOCK;
import static io.ordertrail.report.figure.ReportDatabase.utc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/**
 * How many orders were open at the end of each day, by what they waited for. It begins with the states of now and goes
 * back through the changes since, so that it reads no change from before the period.
 */
final class CumulativeFlow implements Report {

    /** States that an order waits in for the same. */
    enum Layer {
        CHECK(ENTERED, IN_REVIEW, IN_CORRECTION),
        STOCK(WAITING_FOR_STOCK),
        SHIPMENT(CONFIRMED, IN_FULFILMENT),
        CARRIER(PARTLY_SHIPPED, SHIPPED, PARTLY_DELIVERED),
        RECEIPT(DELIVERED);

        private final Set<OrderState> states;

        Layer(OrderState first, OrderState... others) {
            this.states = EnumSet.of(first, others);
        }
    }

    /** Only of the states of the layers, so that the orders of years that have ended are not counted. */
    private static final String NOW =
            "select o.state, count(*) as orders from customer_order o where o.state in (:open) group by o.state";

    private static final String CHANGES = """
        select %s as change_day, e.from_state, e.to_state, count(*) as orders
        from order_event e where e.to_state in (:states) and e.at >= :from group by change_day, e.from_state, e.to_state""";

    /** The state of an order at the end of a day. */
    private static final String STATE_THEN = """
        (select e.to_state from order_event e where e.order_number = o.number and e.to_state is not null and e.at < :end
          order by e.at desc, e.id desc limit 1)""";

    private static final List<String> ALL =
            Arrays.stream(OrderState.values()).map(OrderState::name).toList();
    /** To which an order comes when it opens or ends. */
    private static final List<String> FIRST_AND_LAST = Stream.concat(
                    Stream.of(ENTERED), Arrays.stream(OrderState.values()).filter(OrderState::ended))
            .map(OrderState::name)
            .toList();

    private static final List<String> OPEN = Arrays.stream(Layer.values())
            .flatMap(layer -> layer.states.stream())
            .map(OrderState::name)
            .toList();

    /** The clock of a node can be a little ahead of that of another one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Orders that changed their state alike on a day. */
    private record Change(LocalDate day, String from, String to, long orders) {}

    private final ReportDatabase database;

    CumulativeFlow(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "cumulative-flow";
    }

    @Override
    public Keys keys() {
        return Keys.DAY;
    }

    @Override
    public Shape shape() {
        return Shape.LAYERS;
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return Set.of(ReportFilter.Field.PERIOD);
    }

    @Override
    public List<Column> columns() {
        return Arrays.stream(Layer.values())
                .map(layer -> Column.each("flow-" + layer.name().toLowerCase(Locale.ROOT), Unit.COUNT)
                        .of(STATE_THEN + " in (" + quoted(layer.states) + ")"))
                .toList();
    }

    /** An order that ended before the day is passed over without a look at its timeline. */
    @Override
    public Optional<String> ordersBehind() {
        return Optional.of("o.entered_at < :end and (o.state in (:open) or o.state_since >= :ended) and " + STATE_THEN
                + " in (:open)");
    }

    @Override
    public boolean isOfEntries() {
        return false;
    }

    @Override
    public Map<String, ?> behind(String key, ReportFilter filter) {
        var day = LocalDate.parse(key);
        var end = new ReportPeriod(day, day, filter.period().zone()).end();
        return Map.of("open", OPEN, "end", utc(end), "ended", utc(end.minus(AHEAD)));
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        return rows(filter, ALL);
    }

    /** The open orders at the end of each day, whatever they waited for. */
    List<BigDecimal> open(ReportFilter filter) {
        return rows(filter, FIRST_AND_LAST).stream()
                .map(day -> day.figures().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    private List<Row> rows(ReportFilter filter, List<String> states) {
        var changes = changes(filter, states);
        var orders = now(filter);
        var rows = new ArrayList<Row>();
        var today = database.now().atZone(filter.period().zone()).toLocalDate();
        for (var day = today; !day.isBefore(filter.period().from()); day = day.minusDays(1)) {
            if (!day.isAfter(filter.period().to())) {
                rows.add(row(day, orders));
            }
            undo(changes, day, orders);
        }
        Collections.reverse(rows);
        return rows;
    }

    private Map<OrderState, Long> now(ReportFilter filter) {
        var orders = new EnumMap<OrderState, Long>(OrderState.class);
        database.rows(
                        NOW,
                        filter.on(null),
                        Map.of("open", OPEN),
                        (row, i) -> Map.entry(row.getString("state"), row.getLong("orders")))
                .forEach(state -> orders.put(OrderState.valueOf(state.getKey()), state.getValue()));
        return orders;
    }

    private List<Change> changes(ReportFilter filter, List<String> states) {
        var period = filter.period();
        return database.rows(
                CHANGES.formatted(LocalDay.of("e.at", period.start(), database.now(), period.zone())),
                filter,
                Map.of("states", states),
                (row, i) -> new Change(
                        row.getObject("change_day", LocalDate.class),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getLong("orders")));
    }

    private static void undo(List<Change> changes, LocalDate day, Map<OrderState, Long> orders) {
        changes.stream().filter(change -> change.day().equals(day)).forEach(change -> {
            orders.merge(OrderState.valueOf(change.to()), -change.orders(), Long::sum);
            if (change.from() != null) {
                orders.merge(OrderState.valueOf(change.from()), change.orders(), Long::sum);
            }
        });
    }

    private static String quoted(Set<OrderState> states) {
        return states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }

    private static Row row(LocalDate day, Map<OrderState, Long> orders) {
        return new Row(
                day.toString(),
                null,
                Arrays.stream(Layer.values())
                        .map(layer -> Figures.count(layer.states.stream()
                                .mapToLong(state -> orders.getOrDefault(state, 0L))
                                .sum()))
                        .toList());
    }
}
