package io.ordertrail.report.forecast;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.schedule.CachedReading;

/** Says when open orders are likely to be received. It learns from the orders received in the last 180 days, the newest 5,000. */
@Component
public class Forecast {

    private static final Duration PAST = Duration.ofDays(180);
    private static final Duration LEARNED_FOR = Duration.ofMinutes(10);
    private static final BigDecimal LOWEST = BigDecimal.valueOf(85);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(95);
    private static final String REACHED = """
        select e.order_number, e.to_state, e.at, r.at as received
        from (select order_number, at from order_event where to_state = 'RECEIVED' and at >= :since order by at desc limit 5000) r
        join order_event e on e.order_number = r.order_number
        where e.to_state is not null order by e.order_number, e.at, e.id""";

    private static final String OPEN = """
        select number, state, state_since from customer_order
        where state not in ('RECEIVED', 'REJECTED', 'CANCELLED') order by entered_at, number limit :limit""";

    /** That an order that was received came into a state. */
    private record Reached(String order, OrderState state, Instant at, Instant received) {

        private Optional<PastWait> until(Reached next) {
            return order.equals(next.order())
                    ? Optional.of(new PastWait(state, at, next.at(), received))
                    : Optional.empty();
        }
    }

    /** What is known of the past. */
    private record Learned(ForecastModel model, Optional<BigDecimal> calibration) {}

    /**
     * An open order.
     *
     * @param expected empty when there are too few orders like it
     */
    public record Open(String number, OrderState state, Instant since, Optional<Expected> expected) {}

    private final JdbcClient database;
    private final Clock clock;
    private final CachedReading<Learned> learned;

    Forecast(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.learned = new CachedReading<>(this::learn, LEARNED_FOR);
    }

    /**
     * Says when an order is likely to be received.
     *
     * @param since when it came into its state
     * @return empty when it has ended, or when there are too few orders like it
     */
    public Optional<Expected> expected(OrderState state, Instant since) {
        return learned.value().flatMap(past -> past.model().expected(state, since, clock.instant()));
    }

    /** The oldest open orders. */
    public List<Open> open(int limit) {
        return database.sql(OPEN)
                .param("limit", limit)
                .query((row, i) -> {
                    var state = OrderState.valueOf(row.getString("state"));
                    var since = instant(row, "state_since");
                    return new Open(row.getString("number"), state, since, expected(state, since));
                })
                .list();
    }

    /** How many percent of the orders of the past were received within their p90, measured on orders that it did not know. */
    public Optional<BigDecimal> calibration() {
        return learned.value().flatMap(Learned::calibration);
    }

    /** Whether so many of nine in ten were received in time that the forecast cannot be relied upon; false if too few orders have ended to tell. */
    public boolean isOff() {
        return calibration().filter(percent -> !isCalibrated(percent)).isPresent();
    }

    static boolean isCalibrated(BigDecimal percent) {
        return percent.compareTo(LOWEST) >= 0 && percent.compareTo(HIGHEST) <= 0;
    }

    private Learned learn() {
        var reached = database.sql(REACHED)
                .param("since", LocalDateTime.ofInstant(clock.instant().minus(PAST), ZoneOffset.UTC))
                .query((row, i) -> new Reached(
                        row.getString("order_number"),
                        OrderState.valueOf(row.getString("to_state")),
                        instant(row, "at"),
                        instant(row, "received")))
                .list();
        var past = IntStream.range(1, reached.size())
                .mapToObj(at -> reached.get(at - 1).until(reached.get(at)))
                .flatMap(Optional::stream)
                .toList();
        return new Learned(ForecastModel.of(past), ForecastModel.calibration(past));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
