package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS;
import static io.ordertrail.report.figure.ReportDatabase.instant;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.ordertrail.report.hours.WorkingTime;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** How long the stages of orders take, from the first time that an order reaches a state to the first time of another. */
final class LeadTimes implements Report {

    /** When an order reached each state for the first time; null if it has not. */
    record Reached(Instant entered, Instant confirmed, Instant shipped, Instant delivered, Instant received) {}

    /** A time in the life of an order: when it reached one of some states for the first time. */
    private enum Milestone {
        ENTRY(Reached::entered),
        CONFIRMATION(Reached::confirmed, "CONFIRMED"),
        SHIPMENT(Reached::shipped, "PARTLY_SHIPPED", "SHIPPED"),
        DELIVERY(Reached::delivered, "DELIVERED"),
        RECEIPT(Reached::received, "RECEIVED");

        private final Function<Reached, Instant> time;
        private final List<String> states;

        Milestone(Function<Reached, Instant> time, String... states) {
            this.time = time;
            this.states = List.of(states);
        }

        /** A condition on the order {@code o}. */
        private String isReached() {
            return states.isEmpty()
                    ? "1 = 1"
                    : "exists (select 1 from order_event e where e.order_number = o.number and e.to_state in ('"
                            + String.join("', '", states) + "'))";
        }
    }

    /** A part of the path of an order. */
    enum Stage {
        ENTRY_TO_CONFIRMATION(Milestone.ENTRY, Milestone.CONFIRMATION),
        CONFIRMATION_TO_SHIPMENT(Milestone.CONFIRMATION, Milestone.SHIPMENT),
        SHIPMENT_TO_DELIVERY(Milestone.SHIPMENT, Milestone.DELIVERY),
        DELIVERY_TO_RECEIPT(Milestone.DELIVERY, Milestone.RECEIPT),
        ENTRY_TO_DELIVERY(Milestone.ENTRY, Milestone.DELIVERY);

        private final Milestone begin;
        private final Milestone end;

        Stage(Milestone begin, Milestone end) {
            this.begin = begin;
            this.end = end;
        }

        /** In seconds; null when the order has not gone through. */
        Long seconds(Reached order, WorkingTime clock) {
            var from = begin.time.apply(order);
            var to = end.time.apply(order);
            return from == null || to == null ? null : clock.seconds(from, to);
        }

        private String isPassed() {
            return "(:key = '" + name() + "' and " + begin.isReached() + " and " + end.isReached() + ")";
        }
    }

    private static final int MEDIAN = 50;
    private static final int NINETY = 90;
    private static final String SQL = """
        select o.number, o.entered_at,
          min(case when e.to_state = 'CONFIRMED' then e.at end) as confirmed,
          min(case when e.to_state in ('PARTLY_SHIPPED', 'SHIPPED') then e.at end) as shipped,
          min(case when e.to_state = 'DELIVERED' then e.at end) as delivered,
          min(case when e.to_state = 'RECEIVED' then e.at end) as received
        from %s join order_event e on e.order_number = o.number
        where {orders} and e.to_state is not null group by o.entered_at, o.number""".formatted(ORDERS);

    private final ReportDatabase database;

    LeadTimes(ReportDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "lead-times";
    }

    @Override
    public Keys keys() {
        return Keys.WORD;
    }

    @Override
    public Set<ReportFilter.Field> filters() {
        return OF_DURATIONS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.each("median", Unit.HOURS),
                Column.each("p90", Unit.HOURS),
                Column.each("longest", Unit.HOURS),
                Column.each("mean", Unit.HOURS),
                Column.each("orders", Unit.COUNT).of(Column.ALL));
    }

    @Override
    public Optional<String> ordersBehind() {
        return Optional.of(Arrays.stream(Stage.values()).map(Stage::isPassed).collect(Collectors.joining(" or ")));
    }

    @Override
    public List<Row> rows(ReportFilter filter) {
        var orders = database.rows(
                SQL,
                filter,
                (row, i) -> new Reached(
                        instant(row, "entered_at"),
                        instant(row, "confirmed"),
                        instant(row, "shipped"),
                        instant(row, "delivered"),
                        instant(row, "received")));
        var clock = database.clock(filter);
        return Arrays.stream(Stage.values())
                .map(stage -> row(
                        stage,
                        orders.stream()
                                .map(order -> stage.seconds(order, clock))
                                .filter(Objects::nonNull)
                                .sorted()
                                .toList()))
                .toList();
    }

    private static Row row(Stage stage, List<Long> sorted) {
        if (sorted.isEmpty()) {
            return new Row(stage.name(), null, Arrays.asList(null, null, null, null, Figures.count(0)));
        }
        var sum = sorted.stream().mapToLong(Long::longValue).sum();
        return new Row(
                stage.name(),
                null,
                List.of(
                        Figures.hours(Figures.percentile(sorted, MEDIAN)),
                        Figures.hours(Figures.percentile(sorted, NINETY)),
                        Figures.hours(sorted.get(sorted.size() - 1)),
                        Figures.hours(sum / sorted.size()),
                        Figures.count(sorted.size())));
    }
}
