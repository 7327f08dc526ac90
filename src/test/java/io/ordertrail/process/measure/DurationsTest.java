package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.ordertrail.process.measure.Durations.Counted;

class DurationsTest {

    private static final Durations SOME =
            new Durations(List.of(new Counted(900, 1), new Counted(10, 2), new Counted(20, 1)));

    @Test
    void a_percentile_is_the_shortest_duration_that_the_share_does_not_exceed() {
        assertThat(SOME.percentile(50)).isEqualTo(10);
        assertThat(SOME.percentile(51)).isEqualTo(20);
        assertThat(SOME.percentile(75)).isEqualTo(20);
        assertThat(SOME.percentile(95)).isEqualTo(900);
    }

    @Test
    void each_duration_counts_as_often_as_it_came_up() {
        assertThat(SOME.count()).isEqualTo(4);
        assertThat(SOME.total()).isEqualTo(940);
        assertThat(SOME.longest()).isEqualTo(900);
    }

    @Test
    void nothing_took_no_time() {
        assertThat(Durations.NONE.percentile(95)).isZero();
        assertThat(Durations.NONE.longest()).isZero();
    }
}
