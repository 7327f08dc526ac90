package io.ordertrail.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant START = Instant.parse("2026-11-29T08:00:00Z");

    private final Alert above = alert(true, null);

    @Test
    void an_alert_is_raised_once_the_figure_has_been_beyond_its_bound_for_the_minutes() {
        var first = above.seen(number(6), START);
        assertThat(first.isRaised()).isFalse();
        assertThat(first.seen(number(7), after(9)).isRaised()).isFalse();
        assertThat(first.seen(number(7), after(9)).seen(number(8), after(10)).raisedAt())
                .isEqualTo(after(10));
    }

    @Test
    void the_bound_itself_is_within() {
        assertThat(above.seen(number(5), START).beyondSince()).isNull();
        assertThat(alert(false, null).seen(number(5), START).beyondSince()).isNull();
        assertThat(alert(false, null).seen(number(4), START).beyondSince()).isEqualTo(START);
    }

    @Test
    void a_figure_that_was_back_begins_anew() {
        var back = above.seen(number(6), START).seen(number(5), after(5));
        assertThat(back.seen(number(6), after(10)).isRaised()).isFalse();
        assertThat(back.seen(number(6), after(10)).seen(number(6), after(20)).isRaised())
                .isTrue();
    }

    @Test
    void a_raised_alert_stays_raised_since_its_begin_and_is_resolved_when_the_figure_is_back() {
        var raised = above.seen(number(6), START).seen(number(6), after(10));
        assertThat(raised.seen(number(9), after(30)).raisedAt()).isEqualTo(after(10));
        assertThat(raised.seen(number(5), after(31)).isRaised()).isFalse();
        assertThat(raised.seen(number(5), after(31)).lastValue()).isEqualByComparingTo("5");
    }

    @Test
    void a_snoozed_alert_is_raised_only_afterwards() {
        var snoozed = alert(true, after(60)).seen(number(6), START);
        assertThat(snoozed.seen(number(6), after(59)).isRaised()).isFalse();
        assertThat(snoozed.seen(number(6), after(60)).isRaised()).isTrue();
    }

    private static Alert alert(boolean above, Instant snoozed) {
        return new Alert("1", Figure.LATE, above, number(5), 10, "anna", snoozed, null, null, null);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }
}
