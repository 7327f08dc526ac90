package io.ordertrail.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\t", "\n", "\u00a0", "\u2003", "\u202f", "\u3000", "\u200b", "\ufeff", " \u00a0\u3000 "})
    void every_kind_of_blank_is_taken_off_both_ends(String blank) {
        assertThat(Blanks.trimmed(blank + "PO-1" + blank)).isEqualTo("PO-1");
        assertThat(Blanks.trimmed(blank)).isEmpty();
    }

    @Test
    void blanks_between_characters_stay() {
        assertThat(Blanks.trimmed(" PO\u00a01 2 ")).isEqualTo("PO\u00a01 2");
    }

    @Test
    void control_characters_stay_and_so_are_refused() {
        assertThat(Blanks.trimmed("\u001cPO-1")).isEqualTo("\u001cPO-1");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Blanks.trimmed(null)).isNull();
    }
}
