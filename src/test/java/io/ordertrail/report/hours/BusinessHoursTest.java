package io.ordertrail.report.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ordertrail.refusal.Refusal;

class BusinessHoursTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final List<String> OPENS = List.of("08:00", "08:00", "08:00", "08:00", "08:00", "", "");
    private static final List<String> CLOSES = List.of("17:00", "17:00", "17:00", "17:00", "12:00", "", "");
    private final BusinessHours hours = BusinessHours.of(OPENS, CLOSES, "2026-12-25\n2026-12-08");

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-30T08:00, 2026-11-30T17:00, PT9H",
        "2026-11-30T10:30, 2026-11-30T10:45, PT15M",
        "2026-11-30T03:00, 2026-11-30T07:59, PT0S",
        "2026-11-30T16:00, 2026-12-01T09:00, PT2H",
        // from Friday over the weekend
        "2026-12-04T11:00, 2026-12-07T09:00, PT2H",
        // over a holiday on a Tuesday
        "2026-12-07T16:00, 2026-12-09T09:00, PT2H",
        "2026-12-08T09:00, 2026-12-08T12:00, PT0S",
        // the clocks change on a Sunday
        "2026-10-23T08:00, 2026-10-26T17:00, PT13H"
    })
    void only_business_hours_count(LocalDateTime from, LocalDateTime to, Duration time) {
        assertThat(seconds(hours, from, to)).isEqualTo(time.toSeconds());
    }

    @Test
    void hours_over_the_change_of_the_clocks_are_as_long_as_they_are() {
        var night = BusinessHours.of(
                List.of("", "", "", "", "", "", "00:00"), List.of("", "", "", "", "", "", "06:00"), "");
        assertThat(seconds(night, LocalDateTime.parse("2026-10-25T00:00"), LocalDateTime.parse("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7).toSeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T10:00, 1, 2026-12-09T10:00",
        // over a holiday on a Tuesday
        "2026-12-09T10:00, 1, 2026-12-07T10:00",
        // over the weekend, before which it closes at noon
        "2026-12-07T10:00, 1, 2026-12-04T10:00",
        "2026-12-07T15:00, 1, 2026-12-04T12:00",
        // on a Sunday, and before it opens: as at the end of Friday
        "2026-12-06T10:00, 1, 2026-12-03T17:00",
        "2026-12-07T07:00, 1, 2026-12-03T17:00",
        "2026-12-10T10:00, 7, 2026-11-30T10:00"
    })
    void going_back_some_days_counts_only_those_on_which_it_is_open(LocalDateTime from, int days, LocalDateTime then) {
        assertThat(hours.in(VIENNA).daysBefore(from.atZone(VIENNA).toInstant(), days))
                .isEqualTo(then.atZone(VIENNA).toInstant());
    }

    @Test
    void nothing_grows_old_where_it_is_never_open() {
        var never = BusinessHours.stored(";;;;;;", "").in(VIENNA);
        assertThat(never.daysBefore(Instant.parse("2026-12-10T10:00:00Z"), 1)).isBefore("1980-01-01T00:00:00Z");
    }

    @Test
    void what_is_stored_is_read_again() {
        assertThat(BusinessHours.stored(hours.weekText(), hours.holidaysText())).isEqualTo(hours);
        assertThat(hours.weekText()).isEqualTo("08:00-17:00;08:00-17:00;08:00-17:00;08:00-17:00;08:00-12:00;;");
        assertThat(hours.holidaysText()).isEqualTo("2026-12-08 2026-12-25");
    }

    @ParameterizedTest
    @CsvSource({"17:00, 08:00, ''", "08:00, '', ''", "8, 17, ''", "08:00, 08:00, ''", "08:00, 17:00, 25.12."})
    void what_is_no_time_or_no_day_is_refused(String opens, String closes, String holidays) {
        assertThatThrownBy(() -> BusinessHours.of(
                        List.of(opens, "", "", "", "", "", ""), List.of(closes, "", "", "", "", "", ""), holidays))
                .isInstanceOf(Refusal.class);
    }

    private static long seconds(BusinessHours hours, LocalDateTime from, LocalDateTime to) {
        return hours.in(VIENNA)
                .seconds(from.atZone(VIENNA).toInstant(), to.atZone(VIENNA).toInstant());
    }
}
