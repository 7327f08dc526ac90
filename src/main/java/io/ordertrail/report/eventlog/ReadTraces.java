package io.ordertrail.report.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.report.table.ReportPeriod;

/** Reads the orders of a period in batches, in the sequence of their entry, so that memory does not grow with their number. */
@Component
class ReadTraces {

    private static final int BATCH = 500;
    private static final String ORDERS = """
        select o.number, o.customer, o.channel, coalesce(o.ship_country, c.country) as country, o.state, o.entered_at
        from customer_order o join customer c on c.number = o.customer
        where o.history = false and o.entered_at < :to and (o.entered_at > :from or (o.entered_at = :from and o.number > :after))
        order by o.entered_at, o.number limit %d""".formatted(BATCH);

    private static final String LINES =
            "select order_number, position, sku, quantity from order_line where order_number in (:numbers) order by order_number, position";
    private static final String EVENTS = """
        select order_number, id, at, actor, what, from_state, to_state from order_event
        where order_number in (:numbers) order by order_number, at, id""";

    private static final String PARCELS =
            "select order_number, number, state from parcel where order_number in (:numbers) order by number";
    private static final String CARRIER_EVENTS = """
        select p.order_number, p.number, e.id, e.tracking_number, e.status, e.at
        from parcel p join carrier_event e on e.tracking_number = p.tracking_number
        where p.order_number in (:numbers) order by e.at, e.id""";

    private static final String RESERVATIONS = """
        select order_number, id, position, site, quantity, status, reserved_at, parcel from reservation
        where order_number in (:numbers) order by id""";

    private record Of<T>(String order, T value) {}

    private record Header(
            String number, String customer, String channel, String country, String state, Instant enteredAt) {}

    private final JdbcClient database;

    ReadTraces(JdbcClient database) {
        this.database = database;
    }

    /**
     * Hands over the orders one by one.
     *
     * @param withObjects also lines, parcels and reservations
     */
    void each(ReportPeriod period, boolean withObjects, Consumer<OrderTrace> reader) {
        var batch = batch(period.start(), "", period);
        while (!batch.isEmpty()) {
            traces(batch, withObjects).forEach(reader);
            var last = batch.get(batch.size() - 1);
            batch = batch.size() < BATCH ? List.of() : batch(last.enteredAt(), last.number(), period);
        }
    }

    private List<Header> batch(Instant from, String after, ReportPeriod period) {
        return database.sql(ORDERS)
                .param("from", utc(from))
                .param("after", after)
                .param("to", utc(period.end()))
                .query((row, i) -> new Header(
                        row.getString("number"),
                        row.getString("customer"),
                        row.getString("channel"),
                        row.getString("country"),
                        row.getString("state"),
                        instant(row, "entered_at")))
                .list();
    }

    private List<OrderTrace> traces(List<Header> batch, boolean withObjects) {
        var numbers = batch.stream().map(Header::number).toList();
        var events = of(numbers, EVENTS, ReadTraces::event);
        Map<String, List<OrderTrace.Line>> lines = withObjects ? of(numbers, LINES, ReadTraces::line) : Map.of();
        Map<String, List<OrderTrace.Parcel>> parcels =
                withObjects ? of(numbers, PARCELS, ReadTraces::parcel) : Map.of();
        Map<String, List<OrderTrace.CarrierEvent>> carrierEvents =
                withObjects ? of(numbers, CARRIER_EVENTS, ReadTraces::carrierEvent) : Map.of();
        Map<String, List<OrderTrace.Reservation>> reservations =
                withObjects ? of(numbers, RESERVATIONS, ReadTraces::reservation) : Map.of();
        return batch.stream()
                .map(order -> new OrderTrace(
                        order.number(),
                        order.customer(),
                        order.channel(),
                        order.country(),
                        order.state(),
                        order.enteredAt(),
                        lines.getOrDefault(order.number(), List.of()),
                        events.getOrDefault(order.number(), List.of()),
                        parcels.getOrDefault(order.number(), List.of()),
                        carrierEvents.getOrDefault(order.number(), List.of()),
                        reservations.getOrDefault(order.number(), List.of())))
                .toList();
    }

    private <T> Map<String, List<T>> of(List<String> numbers, String sql, RowMapper<T> mapper) {
        return database
                .sql(sql)
                .param("numbers", numbers)
                .query((row, i) -> new Of<>(row.getString("order_number"), mapper.mapRow(row, i)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::order, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static OrderTrace.Event event(ResultSet row, int at) throws SQLException {
        var to = row.getString("to_state");
        return new OrderTrace.Event(
                row.getLong("id"),
                instant(row, "at"),
                row.getString("actor"),
                to == null ? row.getString("what") : to,
                row.getString("from_state"));
    }

    private static OrderTrace.Line line(ResultSet row, int at) throws SQLException {
        return new OrderTrace.Line(row.getInt("position"), row.getString("sku"), row.getInt("quantity"));
    }

    private static OrderTrace.Parcel parcel(ResultSet row, int at) throws SQLException {
        return new OrderTrace.Parcel(row.getString("number"), row.getString("state"));
    }

    private static OrderTrace.CarrierEvent carrierEvent(ResultSet row, int at) throws SQLException {
        return new OrderTrace.CarrierEvent(
                row.getString("tracking_number") + "/" + row.getString("id"),
                row.getString("number"),
                row.getString("status"),
                instant(row, "at"));
    }

    private static OrderTrace.Reservation reservation(ResultSet row, int at) throws SQLException {
        return new OrderTrace.Reservation(
                row.getLong("id"),
                row.getInt("position"),
                row.getString("site"),
                row.getInt("quantity"),
                row.getString("status"),
                instant(row, "reserved_at"),
                row.getString("parcel"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
