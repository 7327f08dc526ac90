package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Who is served from a queue, and who loses goods. */
class DistributionTest {

    private static final List<String> QUEUE = List.of("a", "bbb", "cc");

    @Test
    void each_gets_all_it_can_take_before_the_next() {
        assertThat(Distribution.of(5, QUEUE, String::length))
                .containsExactly(Map.entry("a", 1), Map.entry("bbb", 3), Map.entry("cc", 1));
    }

    @Test
    void who_gets_nothing_is_not_named() {
        assertThat(Distribution.of(2, QUEUE, String::length)).containsExactly(Map.entry("a", 1), Map.entry("bbb", 1));
    }

    @Test
    void nobody_gets_more_than_it_can_take() {
        assertThat(Distribution.of(100, QUEUE, String::length).values()).containsExactly(1, 3, 2);
    }

    @Test
    void nothing_is_distributed_of_nothing() {
        assertThat(Distribution.of(0, QUEUE, String::length)).isEmpty();
        assertThat(Distribution.of(-3, QUEUE, String::length)).isEmpty();
    }
}
