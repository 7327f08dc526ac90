package io.ordertrail.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines are a file that people read and write. */
class StepDeadlinesTest {

    @Test
    void what_is_written_is_read_again_and_equal_deadlines_are_equal_files() {
        var deadlines = new StepDeadlines(
                Duration.ofDays(1), Map.of("reviewOrder", Duration.ofHours(4), "nobodyPicked", Duration.ofDays(14)));
        assertThat(StepDeadlines.read(deadlines.file())).isEqualTo(deadlines);
        assertThat(text(deadlines.file())).endsWith("nobodyPicked=P14D\notherwise=P1D\nreviewOrder=PT4H\n");
    }

    @Test
    void a_step_without_a_line_takes_the_common_deadline() {
        var deadlines = StepDeadlines.read(bytes("otherwise=2h\nreviewOrder=30m\nshipParcel=soon"));
        assertThat(deadlines.of("reviewOrder")).isEqualTo(Duration.ofMinutes(30));
        assertThat(deadlines.of("shipParcel")).isEqualTo(Duration.ofHours(2));
        assertThat(StepDeadlines.read(bytes("")).of("any")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void an_uploaded_line_replaces_that_of_its_step_and_an_empty_one_removes_it() {
        var completed = StepDeadlines.completed(
                bytes("reviewOrder=PT8H\nshipParcel=\ncallCustomer=soon"),
                bytes("otherwise=P1D\nreviewOrder=PT4H\nshipParcel=P1D\npickAndPack=P2D"));
        assertThat(StepDeadlines.lines(completed))
                .isEqualTo(Map.of(
                        "otherwise", "P1D", "reviewOrder", "PT8H", "pickAndPack", "P2D", "callCustomer", "soon"));
    }

    @ParameterizedTest
    @CsvSource({"PT4H, 4h", "P14D, 14d", "PT90M, 90m", "PT336H, 14d", "PT10S, PT10S"})
    void a_duration_is_shown_shortly(Duration duration, String shown) {
        assertThat(StepDeadlines.shortly(duration)).isEqualTo(shown);
        assertThat(StepDeadlines.duration(shown)).contains(duration);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
