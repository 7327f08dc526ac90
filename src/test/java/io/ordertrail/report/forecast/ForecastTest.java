package io.ordertrail.report.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
}
