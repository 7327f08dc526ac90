package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KeepRuleTest {

    private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");

    @Test
    void the_newest_of_each_day_week_and_month_is_kept() {
        var everySixHours = IntStream.range(0, 4 * 365)
                .mapToObj(i -> START.plus(Duration.ofHours(6L * i)))
                .toList();
        var kept = rule(7, 5, 12).kept(everySixHours);
        assertThat(kept).hasSizeBetween(3 + 7 + 3 + 10, 3 + 7 + 5 + 12);
        assertThat(kept)
                .contains(
                        Instant.parse("2026-12-31T20:00:00Z"),
                        Instant.parse("2026-12-30T20:00:00Z"),
                        Instant.parse("2026-12-27T20:00:00Z"),
                        Instant.parse("2026-01-31T20:00:00Z"))
                .contains(Instant.parse("2026-12-31T02:00:00Z"))
                .doesNotContain(Instant.parse("2026-12-30T14:00:00Z"), Instant.parse("2026-07-30T20:00:00Z"));
    }

    @Test
    void days_are_those_of_the_company() {
        var newest = Instant.parse("2026-05-09T12:00:00Z");
        var late = Instant.parse("2026-05-01T22:30:00Z");
        var earlier = Instant.parse("2026-05-01T21:30:00Z");
        var all = List.of(newest, late, earlier);
        assertThat(new KeepRule(new BackupSettings.Keep(3, 0, 0), ZoneId.of("UTC")).kept(all))
                .containsExactlyInAnyOrder(newest, late);
        assertThat(new KeepRule(new BackupSettings.Keep(3, 0, 0), ZoneId.of("Europe/Vienna")).kept(all))
                .containsExactlyInAnyOrder(newest, late, earlier);
    }

    @Test
    void all_of_the_last_day_are_kept_in_any_case() {
        var newest = START.plus(Duration.ofHours(24));
        assertThat(rule(0, 0, 0).kept(List.of(START, START.plusSeconds(1), newest)))
                .containsExactlyInAnyOrder(START.plusSeconds(1), newest);
    }

    private static KeepRule rule(int days, int weeks, int months) {
        return new KeepRule(new BackupSettings.Keep(days, weeks, months), ZoneId.of("UTC"));
    }
}
