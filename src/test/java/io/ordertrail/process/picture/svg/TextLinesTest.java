package io.ordertrail.process.picture.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void a_short_text_is_one_line() {
        assertThat(TextLines.of("Check order", 90, 12)).containsExactly("Check order");
    }

    @Test
    void a_long_text_is_broken_between_words() {
        assertThat(TextLines.of("Cancel missing quantity", 88, 12)).containsExactly("Cancel missing", "quantity");
    }

    @Test
    void a_line_break_of_the_name_stays() {
        assertThat(TextLines.of("Check\norder", 90, 12)).containsExactly("Check", "order");
    }

    @Test
    void chinese_text_is_broken_between_characters_but_not_before_a_full_stop() {
        assertThat(TextLines.of("檢查訂單庫存。", 72, 12)).containsExactly("檢查訂單庫", "存。");
    }

    @Test
    void a_word_that_is_wider_than_its_room_is_broken_inside() {
        assertThat(TextLines.of("Auftragsbestätigung", 60, 12))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(LetterWidths.of(line, 12)).isLessThanOrEqualTo(60));
    }

    @Test
    void nothing_is_no_line() {
        assertThat(TextLines.of("", 90, 12)).isEmpty();
    }
}
