package io.ordertrail.web.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ordertrail.stock.inquiry.StockHistory.Point;
import io.ordertrail.stock.inquiry.StockHistory.Series;

class StockChartTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void a_line_has_steps_from_the_start_to_now() {
        var chart = StockChart.of(course(10, new Point(START, 0, 0), new Point(at(5), 8, 4)), ZoneOffset.UTC);
        assertThat(chart.gridLines()).containsExactly(8L, 6L, 4L, 2L, 0L);
        assertThat(chart.onHand()).isEqualTo("M0 240H500V0H1000");
        assertThat(chart.reserved()).isEqualTo("M0 240H500V120H1000V240H0Z");
    }

    @Test
    void grid_lines_are_at_round_numbers() {
        assertThat(List.of(0L, 3L, 4L, 5L, 9L, 100L, 1001L))
                .extracting(StockChart::rung)
                .containsExactly(1L, 1L, 1L, 2L, 5L, 50L, 500L);
    }

    @Test
    void days_end_in_the_users_time_zone() {
        var evening = new Point(START.plus(Duration.ofHours(20)), 8, 0);
        var chart = StockChart.of(course(10, new Point(START, 0, 0), evening), ZoneId.of("Asia/Taipei"));
        assertThat(chart.days())
                .extracting(StockChart.Day::day)
                .containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1));
        assertThat(chart.days()).extracting(StockChart.Day::onHand).containsExactly(8L, 0L);
    }

    @Test
    void a_long_period_has_a_limited_number_of_steps() {
        var points = IntStream.range(0, 20_000)
                .mapToObj(hour -> new Point(START.plus(Duration.ofHours(hour)), hour % 7, 0))
                .toList();
        var chart = StockChart.of(new Series(START, START.plus(Duration.ofHours(20_000)), points), ZoneOffset.UTC);
        assertThat(chart.onHand()).hasSizeLessThan(10_000).startsWith("M0 ").endsWith("H1000");
        assertThat(chart.days()).hasSize(100);
    }

    @Test
    void no_stock_is_a_line_at_zero() {
        assertThat(StockChart.of(course(1, new Point(START, 0, 0)), ZoneOffset.UTC)
                        .onHand())
                .isEqualTo("M0 240H1000");
    }

    private static Series course(int days, Point... points) {
        return new Series(START, at(days), List.of(points));
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
