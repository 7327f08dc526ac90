package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** A step is the same one under all ids that it had. */
class StepIdsTest {

    @Test
    void a_step_that_got_another_id_twice_is_known_by_its_newest_one() {
        var ids = StepIds.of(List.of(Map.of("a", "b"), Map.of("b", "c")), Set.of("c")::contains);
        assertThat(List.of("a", "b", "c", "other")).extracting(ids::newest).containsExactly("c", "c", "c", "other");
        assertThat(ids.all("c")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_diagram_that_was_taken_back_has_its_own_ids() {
        var ids = StepIds.of(List.of(Map.of("a", "b"), Map.of("b", "a")), Set.of("a")::contains);
        assertThat(ids.newest("b")).isEqualTo("a");
        assertThat(ids.newest("a")).isEqualTo("a");
    }

    @Test
    void an_old_diagram_shows_the_figures_under_the_id_that_it_has() {
        var ids = StepIds.of(List.of(Map.of("a", "b")), Set.of("b")::contains);
        assertThat(ids.in(Set.of("a")::contains, "b")).isEqualTo("a");
        assertThat(ids.in(Set.of("x")::contains, "b")).as("not on the diagram").isEqualTo("b");
    }

    @Test
    void a_step_that_ended_is_known_by_its_last_id() {
        var ids = StepIds.of(List.of(Map.of("a", "b")), Set.of("x")::contains);
        assertThat(ids.newest("a")).isEqualTo("b");
    }
}
