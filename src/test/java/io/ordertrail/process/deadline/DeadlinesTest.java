package io.ordertrail.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void a_deadline_from_the_environment_overrides_that_of_the_file() {
        var deadlines = deadlines(Map.of("ORDERTRAIL_DEADLINES_DUE_REVIEWORDER", "PT1H"));
        assertThat(deadlines.dueIn("reviewOrder")).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(deadlines.dueIn("shipParcel")).isEqualTo("2026-12-02T08:00:00Z");
    }

    @Test
    void a_step_without_a_deadline_of_its_own_has_the_common_one() {
        assertThat(deadlines(Map.of()).dueIn("callCustomer")).isEqualTo("2026-12-02T08:00:00Z");

        var deadlines = deadlines(Map.of("ORDERTRAIL_DEADLINES_OTHERWISE", "PT2H"));
        assertThat(deadlines.dueIn("callCustomer")).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(deadlines.within("customerSilent")).isEqualTo("PT2H");
        assertThat(deadlines.latestStart("callCustomer")).isEqualTo("2026-12-01T06:00:00Z");
    }

    private static Deadlines deadlines(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "file",
                        Map.of(
                                "ordertrail.deadlines.delivery",
                                5,
                                "ordertrail.deadlines.due.reviewOrder",
                                "PT4H",
                                "ordertrail.deadlines.due.shipParcel",
                                "P1D")));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        var settings = new Binder(ConfigurationPropertySources.get(environment))
                .bind("ordertrail.deadlines", Deadlines.Settings.class)
                .get();
        return new Deadlines(settings, Clock.fixed(NOW, ZoneOffset.UTC), Optional::empty);
    }
}
