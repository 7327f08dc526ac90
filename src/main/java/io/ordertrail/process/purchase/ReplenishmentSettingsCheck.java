package io.ordertrail.process.purchase;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/**
 * Checks the settings of replenishment: the intervals of the reorder check and of repeated proposals are durations
 * above zero.
 */
class ReplenishmentSettingsCheck implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.replenishment.check-interval",
                "a duration above zero such as PT5S",
                ReplenishmentSettingsCheck::isPositiveDuration);
        settings.expect(
                "ordertrail.replenishment.snooze",
                "a duration above zero such as P7D",
                ReplenishmentSettingsCheck::isPositiveDuration);
    }

    private static boolean isPositiveDuration(String value) {
        try {
            return DurationStyle.detectAndParse(value).toMillis() > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }
}
