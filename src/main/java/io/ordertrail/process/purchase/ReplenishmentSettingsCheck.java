package io.ordertrail.process.purchase;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Replenishment is set right when there are times after which shelves are looked at, and buyers asked, again. */
class ReplenishmentSettingsCheck implements SettingsCheck {

    @Override
    public void look(Settings settings) {
        settings.expect(
                "ordertrail.replenishment.look",
                "a duration above zero such as PT5S",
                ReplenishmentSettingsCheck::isTime);
        settings.expect(
                "ordertrail.replenishment.ask-again",
                "a duration above zero such as P7D",
                ReplenishmentSettingsCheck::isTime);
    }

    private static boolean isTime(String value) {
        try {
            return DurationStyle.detectAndParse(value).toMillis() > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }
}
