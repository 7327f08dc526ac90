package io.ordertrail.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;

import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void a_line_is_rounded_half_up_to_the_places_of_its_currency() {
        assertThat(money("0.105", EUR).rounded().amount()).isEqualTo("0.11");
        assertThat(money("0.1049", EUR).rounded().amount()).isEqualTo("0.10");
        assertThat(money("100.5", Currency.getInstance("JPY")).rounded().amount())
                .isEqualTo("101");
        assertThat(money("1.2345", Currency.getInstance("KWD")).rounded().amount())
                .isEqualTo("1.235");
    }

    @Test
    void a_discount_is_taken_off_before_rounding() {
        assertThat(money("14.4", EUR)
                        .times(3)
                        .less(new BigDecimal("15"))
                        .rounded()
                        .amount())
                .isEqualTo("36.72");
        assertThat(money("10", EUR).less(BigDecimal.ZERO).rounded().amount()).isEqualTo("10.00");
        assertThat(money("10", EUR).less(new BigDecimal("100")).rounded().amount())
                .isEqualTo("0.00");
    }

    @Test
    void currencies_are_not_added_to_each_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money("1", EUR).plus(money("1", Currency.getInstance("TWD"))));
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
