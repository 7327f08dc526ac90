package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.JourneyTest;

/** A setting that differs from the last start is in the trail of changes. */
@JourneyTest
@Transactional
class SettingsTrailTest {

    /** What the settings of the tests draw anew each time they are read. */
    private static final Map<String, Object> RANDOM_IN_TESTS = Map.of("ordertrail.erasing.list", "a-list");

    @Autowired
    ConfigurableEnvironment settings;

    @Autowired
    ChangeLog log;

    @Autowired
    Changes changes;

    @Autowired
    Actor actor;

    @Test
    void a_changed_setting_shows_what_it_was_and_who_started_with_it() {
        start(Map.of());
        start(Map.of("ordertrail.company.currency", "CHF"));
        var change = changes.last(Kind.SETTINGS, "ordertrail", "ordertrail.company.currency")
                .orElseThrow();
        assertThat(change.difference()).isEqualTo(new Difference(null, "ordertrail.company.currency", "EUR", "CHF"));
        assertThat(change.actor()).startsWith(System.getProperty("user.name"));
    }

    @Test
    void an_unchanged_start_records_nothing() {
        start(Map.of());
        var before = changes.history(Kind.SETTINGS, "ordertrail").size();
        start(Map.of());
        assertThat(before).isPositive();
        assertThat(changes.history(Kind.SETTINGS, "ordertrail")).hasSize(before);
    }

    @Test
    void a_secret_is_recorded_as_set_and_never_as_itself() {
        start(Map.of());
        start(Map.of("ordertrail.external-stock.token", "s3cret-t0ken"));
        assertThat(changes.history(Kind.SETTINGS, "ordertrail"))
                .noneMatch(
                        change -> String.valueOf(change.difference().current()).contains("s3cret"));
        assertThat(changes.last(Kind.SETTINGS, "ordertrail", "ordertrail.external-stock.token"))
                .get()
                .extracting(change -> change.difference().current())
                .isEqualTo("…");
    }

    private void start(Map<String, Object> others) {
        var environment = new StandardEnvironment();
        environment.merge(settings);
        ConfigurationPropertySources.attach(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("fixed", RANDOM_IN_TESTS));
        environment.getPropertySources().addFirst(new MapPropertySource("others", others));
        new SettingsTrail(environment, log, changes, actor).record();
    }
}
