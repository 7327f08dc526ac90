package io.ordertrail.stock.stocktake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Money;

class VariancesTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void a_variance_is_the_count_minus_the_expected_units_at_that_moment() {
        assertThat(counted("A", 8, 10, 0, "1").difference()).isEqualTo(-2);
        assertThat(counted("A", 12, 10, 0, "1").difference()).isEqualTo(2);
        assertThat(counted("A", 10, 10, 0, "1").isRight()).isTrue();
    }

    @Test
    void packed_units_are_not_expected_in_the_count() {
        assertThat(counted("A", 7, 10, 3, "1").isRight()).isTrue();
        assertThat(counted("A", 10, 10, 3, "1").difference()).isEqualTo(3);
    }

    @Test
    void an_uncounted_product_is_neither_right_nor_wrong() {
        var open = new StocktakeLine("A");

        assertThat(open.difference()).isZero();
        assertThat(open.isRight()).isFalse();
        assertThat(open.value(EUR)).isEqualTo(Money.zero(EUR));
        assertThat(of(open).notCounted()).containsExactly(open);
        assertThat(of(open).counted()).isZero();
    }

    @Test
    void a_surplus_does_not_offset_a_shortage() {
        var variances =
                of(counted("A", 8, 10, 0, "30.00"), counted("B", 13, 10, 0, "20.00"), counted("C", 5, 5, 0, "999"));

        assertThat(variances.value()).isEqualTo(eur("120.00"));
        assertThat(variances.net()).isEqualTo(eur("0.00"));
        assertThat(variances.counted()).isEqualTo(3);
        assertThat(variances.right()).isEqualTo(1);
    }

    @Test
    void the_most_expensive_variance_comes_first_whatever_its_sign() {
        var variances = of(
                counted("A", 9, 10, 0, "50"),
                counted("B", 20, 10, 0, "6"),
                counted("C", 0, 10, 0, "5.50"),
                counted("D", 1, 1, 0, "9"));

        assertThat(variances.worstFirst()).extracting(StocktakeLine::sku).containsExactly("B", "C", "A");
        assertThat(Variances.bySku(variances.lines()))
                .extracting(StocktakeLine::sku)
                .containsExactly("A", "B", "C");
    }

    @Test
    void a_value_is_rounded_to_the_digits_of_the_currency() {
        assertThat(counted("A", 7, 10, 0, "0.3333").value(EUR)).isEqualTo(eur("-1.00"));
    }

    @Test
    void everyone_who_counted_and_the_submitter_are_known() {
        assertThat(of(counted("A", 1, 1, 0, "1"), new StocktakeLine("B")).countedOrSubmittedBy("susan"))
                .containsExactly("susan", "wanda");
    }

    @Test
    void a_second_person_is_needed_above_the_limit_and_not_at_it() {
        var limit = new ApprovalPolicy(new BigDecimal("500"));

        assertThat(limit.requiresSecondPerson(eur("500.00"))).isFalse();
        assertThat(limit.requiresSecondPerson(eur("500.01"))).isTrue();
        assertThat(new ApprovalPolicy(BigDecimal.ZERO).requiresSecondPerson(eur("0.00")))
                .isFalse();
    }

    private static Variances of(StocktakeLine... lines) {
        return new Variances(List.of(lines), EUR);
    }

    private static StocktakeLine counted(String sku, int counted, int onHand, int picked, String price) {
        return new StocktakeLine(
                sku,
                new StocktakeLine.Found(counted, onHand, picked, new BigDecimal(price)),
                new Stamp("wanda", Instant.EPOCH));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }
}
