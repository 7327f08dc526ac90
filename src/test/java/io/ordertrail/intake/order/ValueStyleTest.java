package io.ordertrail.intake.order;

import static io.ordertrail.intake.order.ValueStyle.DayOrder.DAY_FIRST;
import static io.ordertrail.intake.order.ValueStyle.DayOrder.MONTH_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class ValueStyleTest {

    private static final ValueStyle POINT = new ValueStyle('.', DAY_FIRST);
    private static final ValueStyle COMMA = new ValueStyle(',', MONTH_FIRST);

    @Test
    void cells_tell_the_decimal_sign_and_the_sequence_of_day_and_month() {
        assertThat(ValueStyle.of(List.of("9,95", "1.234,50", "a, b", "3"))).isEqualTo(new ValueStyle(',', DAY_FIRST));
        assertThat(ValueStyle.of(List.of("9.95", "1,234.50", "12/31/2026")))
                .isEqualTo(new ValueStyle('.', MONTH_FIRST));
        assertThat(ValueStyle.of(List.of("31/12/2026", "01/02/2026"))).isEqualTo(POINT);
    }

    @Test
    void numbers_are_read_with_signs_between_thousands_and_signs_of_currencies() {
        assertThat(POINT.number("1,234.50")).hasValueSatisfying(is("1234.50"));
        assertThat(POINT.number("£ 9.95")).hasValueSatisfying(is("9.95"));
        assertThat(COMMA.number("1.234,5")).hasValueSatisfying(is("1234.5"));
        assertThat(COMMA.number("1\u00a0234")).hasValueSatisfying(is("1234"));
        assertThat(COMMA.number("-3")).hasValueSatisfying(is("-3"));
    }

    @Test
    void what_is_no_number_in_this_style_is_not_guessed() {
        assertThat(POINT.number("9,95")).isEmpty();
        assertThat(COMMA.number("9.95")).isEmpty();
        assertThat(POINT.number("1e5")).isEmpty();
        assertThat(POINT.number("POST")).isEmpty();
        assertThat(POINT.number("")).isEmpty();
    }

    @Test
    void days_are_read_with_or_without_a_time() {
        assertThat(POINT.day("2026-12-15 09:11:00")).hasValue(LocalDate.of(2026, 12, 15));
        assertThat(POINT.day("05/01/2026 09:11")).hasValue(LocalDate.of(2026, 1, 5));
        assertThat(COMMA.day("05/01/2026")).hasValue(LocalDate.of(2026, 5, 1));
        assertThat(POINT.day("31.02.2026")).isEmpty();
        assertThat(POINT.day("tomorrow")).isEmpty();
    }

    private static java.util.function.Consumer<BigDecimal> is(String expected) {
        return number -> assertThat(number).isEqualByComparingTo(expected);
    }
}
