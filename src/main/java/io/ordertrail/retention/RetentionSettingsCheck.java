package io.ordertrail.retention;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks for how long data is kept. Less than a day is a mistake, such as a number without its unit. */
class RetentionSettingsCheck implements SettingsCheck {

    private static final List<String> KINDS = List.of(
            "every", "form-drafts", "imported-rows", "imported-files", "webhook-deliveries", "changes", "customers");
    private static final Duration SHORTEST = Duration.ofHours(1);

    @Override
    public void check(Settings settings) {
        for (var kind : KINDS) {
            settings.expect(
                    "ordertrail.retention." + kind,
                    "a duration of an hour or more such as 30d, or 0s for ever",
                    RetentionSettingsCheck::isLongEnough);
        }
    }

    private static boolean isLongEnough(String value) {
        try {
            var time = DurationStyle.detectAndParse(value);
            return time.isZero() || time.compareTo(SHORTEST) >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
