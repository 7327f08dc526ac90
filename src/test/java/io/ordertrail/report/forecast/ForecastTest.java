package io.ordertrail.report.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;

@Tag("database")
class ForecastTest {

    @Test
    void it_learns_from_received_orders_and_says_of_open_ones_when_they_are_likely_to_follow() {
        var orders = SeededOrders.invent(3000, 9);
        var source = ReportTables.create();
        SeededOrders.store(orders, source);

        var forecast = new Forecast(JdbcClient.create(source), Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC));

        assertThat(forecast.calibration().orElseThrow().intValue()).isBetween(85, 95);
        var open = forecast.open(10_000);
        assertThat(open).hasSize((int)
                orders.stream().filter(order -> !order.state().ended()).count());
        assertThat(open.stream().filter(order -> order.expected().isPresent()).count())
                .isPositive();
        assertThat(open)
                .allSatisfy(order -> order.expected().ifPresent(expected -> {
                    assertThat(expected.median()).isAfter(order.since()).isBeforeOrEqualTo(expected.ninety());
                    assertThat(expected.median()).isAfter(SeededOrders.NOW);
                }));
        assertThat(forecast.expected(OrderState.CANCELLED, SeededOrders.NOW)).isEmpty();
    }

    @Test
    void of_orders_that_were_open_a_month_ago_nine_in_ten_were_received_by_their_time() {
        var orders = SeededOrders.invent(6000, 9);
        var then = SeededOrders.NOW.minus(Duration.ofDays(30));
        var source = ReportTables.create();
        SeededOrders.store(orders, source);
        new JdbcTemplate(source)
                .update("delete from order_event where at > ?", LocalDateTime.ofInstant(then, ZoneOffset.UTC));
        var forecast = new Forecast(JdbcClient.create(source), Clock.fixed(then, ZoneOffset.UTC));

        var inTime = new ArrayList<Boolean>();
        var inHalf = new ArrayList<Boolean>();
        for (var order : orders) {
            var received = order.first(OrderState.RECEIVED);
            if (received != null && received.isAfter(then) && !order.entered().isAfter(then)) {
                var last = order.events().stream()
                        .filter(event -> event.to() != null && !event.at().isAfter(then))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
                forecast.expected(last.to(), last.at()).ifPresent(expected -> {
                    inTime.add(!received.isAfter(expected.ninety()));
                    inHalf.add(!received.isAfter(expected.median()));
                });
            }
        }
        assertThat(inTime).hasSizeGreaterThan(300);
        assertThat(percent(inTime)).isBetween(85.0, 95.0);
        assertThat(percent(inHalf)).isBetween(40.0, 60.0);
    }

    private static double percent(List<Boolean> all) {
        return 100.0 * all.stream().filter(one -> one).count() / all.size();
    }
}
