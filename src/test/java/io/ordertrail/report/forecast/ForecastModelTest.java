package io.ordertrail.report.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ordertrail.order.book.OrderState;

class ForecastModelTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** A hundred shipped orders that took 1 to 100 hours. */
    private final List<PastWait> past = IntStream.rangeClosed(1, 100)
            .mapToObj(hours -> wait(OrderState.SHIPPED, START, hours * 3600L))
            .toList();

    private final ForecastModel model = ForecastModel.of(past);

    @Test
    void an_order_that_just_came_into_its_state_takes_as_long_as_the_others_did() {
        var expected = model.expected(OrderState.SHIPPED, START, START).orElseThrow();
        assertThat(expected.median()).isEqualTo(START.plus(Duration.ofHours(50)));
        assertThat(expected.ninety()).isEqualTo(START.plus(Duration.ofHours(90)));
        assertThat(expected.orders()).isEqualTo(100);
    }

    @Test
    void an_order_that_has_waited_is_like_those_that_waited_as_long() {
        var expected = model.expected(OrderState.SHIPPED, START, START.plus(Duration.ofHours(60)))
                .orElseThrow();
        assertThat(expected.orders()).isEqualTo(40);
        assertThat(expected.median()).isEqualTo(START.plus(Duration.ofHours(80)));
        assertThat(expected.ninety()).isEqualTo(START.plus(Duration.ofHours(96)));
    }

    @Test
    void an_order_that_is_still_in_its_state_is_not_like_those_that_left_it_earlier() {
        var all = Stream.concat(
                        IntStream.range(0, 50).mapToObj(i -> wait(1, 100)),
                        IntStream.range(0, 50).mapToObj(i -> wait(20, 200)))
                .toList();
        var afterTenHours = ForecastModel.of(all)
                .expected(OrderState.CONFIRMED, START, START.plus(Duration.ofHours(10)))
                .orElseThrow();
        assertThat(afterTenHours.orders()).isEqualTo(50);
        assertThat(afterTenHours.median()).isEqualTo(START.plus(Duration.ofHours(200)));
    }

    private static PastWait wait(int hoursInState, int hoursToReceipt) {
        return new PastWait(
                OrderState.CONFIRMED,
                START,
                START.plus(Duration.ofHours(hoursInState)),
                START.plus(Duration.ofHours(hoursToReceipt)));
    }

    @Test
    void nothing_is_said_from_a_handful_of_orders() {
        assertThat(model.expected(OrderState.SHIPPED, START, START.plus(Duration.ofHours(80))))
                .isPresent();
        assertThat(model.expected(OrderState.SHIPPED, START, START.plus(Duration.ofHours(81))))
                .isEmpty();
        assertThat(model.expected(OrderState.CONFIRMED, START, START)).isEmpty();
    }

    @Test
    void nine_of_ten_orders_of_the_later_half_keep_the_time_learned_from_the_earlier_half() {
        var random = new Random(24);
        var alike = IntStream.range(0, 4000)
                .mapToObj(at -> wait(OrderState.CONFIRMED, START.plus(Duration.ofHours(at)), (long)
                        (-Math.log(1 - random.nextDouble()) * 86_400)))
                .toList();
        assertThat(ForecastModel.calibration(alike).orElseThrow()).isBetween(decimal(88), decimal(92));
    }

    @Test
    void a_past_that_became_slower_is_found_to_be_no_guide() {
        var slower = IntStream.range(0, 400)
                .mapToObj(at -> wait(OrderState.CONFIRMED, START.plus(Duration.ofHours(at)), at < 200 ? 3600 : 7200))
                .toList();
        assertThat(ForecastModel.calibration(slower).orElseThrow()).isLessThan(decimal(10));
        assertThat(ForecastModel.calibration(slower.subList(0, 10))).isEmpty();
    }

    private static PastWait wait(OrderState state, Instant since, long seconds) {
        return new PastWait(state, since, since.plusSeconds(seconds), since.plusSeconds(seconds));
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }
}
