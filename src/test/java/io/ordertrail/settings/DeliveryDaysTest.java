package io.ordertrail.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class DeliveryDaysTest {

    /** In Vienna the next day has begun. */
    private static final Instant NOW = Instant.parse("2026-11-28T23:30:00Z");

    private final DeliveryDays days = new DeliveryDays(Clock.fixed(NOW, ZoneId.of("Europe/Vienna")), Period.ofYears(2));

    @Test
    void they_begin_today_in_the_time_zone_of_the_company() {
        assertThat(days.contain(LocalDate.parse("2026-11-28"))).isFalse();
        assertThat(days.contain(LocalDate.parse("2026-11-29"))).isTrue();
    }

    @Test
    void they_end_at_the_horizon() {
        assertThat(days.contain(LocalDate.parse("2028-11-29"))).isTrue();
        assertThat(days.contain(LocalDate.parse("2028-11-30"))).isFalse();
        assertThat(days.contain(LocalDate.parse("9999-12-31"))).isFalse();
    }
}
