package io.ordertrail.process.feel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[5000..1000] | freeCredit",
                "25 | hour",
                "> 23 | hour",
                "< 0 | orderTotal",
                "]5..5[ | numberOfLines",
                "0 | numberOfLines",
                "-1 | stockRank"
            })
    void what_no_value_fulfils_never_holds(String condition, String fact) {
        assertThat(NumberCells.neverHolds(condition, fact)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> 5000 | orderTotal",
                "[1000..5000] | orderTotal",
                "< 0 | freeCredit",
                "0, 1, 2, 22, 23 | hour",
                "not(9) | hour",
                "> freeCredit | orderTotal",
                "[8..8] | hour",
                "]0..1[ | largestQuantityRatio",
                "0.05 | discountAllowed"
            })
    void what_a_value_fulfils_may_hold(String condition, String fact) {
        assertThat(NumberCells.neverHolds(condition, fact)).isFalse();
    }
}
