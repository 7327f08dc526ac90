package io.ordertrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ordertrail.web.page.Meanwhile.Row;

class MeanwhileTest {

    private static final Map<String, String> OPENED = Map.of("name", "A", "phone", "1", "blocked", "false");

    @Test
    void what_others_changed_is_told_beside_what_was_typed() {
        var mine = Map.of("name", "A", "phone", "2", "blocked", "false");
        var theirs = Map.of("name", "A", "phone", "1", "blocked", "true");
        var meanwhile = Meanwhile.of(OPENED, mine, theirs);
        assertThat(meanwhile.rows()).containsExactly(new Row<>("blocked", "false", "false", "true"));
        assertThat(meanwhile.merged(mine)).isEqualTo(Map.of("name", "A", "phone", "2", "blocked", "true"));
    }

    @Test
    void a_field_that_both_changed_keeps_the_input() {
        var mine = Map.of("name", "A", "phone", "2", "blocked", "false");
        var theirs = Map.of("name", "A", "phone", "3", "blocked", "false");
        var meanwhile = Meanwhile.of(OPENED, mine, theirs);
        assertThat(meanwhile.rows()).singleElement().matches(Row::isConflict);
        assertThat(meanwhile.merged(mine)).containsEntry("phone", "2");
    }

    @Test
    void a_part_that_others_added_or_removed_is_added_and_removed() {
        var mine = Map.of("name", "A", "phone", "1", "blocked", "false");
        var theirs = Map.of("name", "A", "blocked", "false", "note", "ring twice");
        assertThat(Meanwhile.of(OPENED, mine, theirs).merged(mine)).isEqualTo(theirs);
    }

    @Test
    void nothing_is_told_when_others_changed_nothing() {
        assertThat(Meanwhile.of(OPENED, Map.of("phone", "9"), OPENED).any()).isFalse();
    }
}
