package io.ordertrail.approval;

import java.time.Duration;
import java.time.format.DateTimeParseException;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks the limits of dual control. */
class ApprovalSettingsCheck implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect("ordertrail.approval.second-person", "true or false", value -> value.matches("true|false"));
        settings.expect(
                "ordertrail.approval.credit-limit-above",
                "an amount from 0 such as 1000 or 99.50",
                value -> value.matches("\\d{1,12}([.]\\d{1,4})?"));
        settings.expect(
                "ordertrail.approval.list-price-above",
                "a percentage from 0 such as 10 or 2.5",
                value -> value.matches("\\d{1,6}([.]\\d{1,4})?"));
        settings.expect(
                "ordertrail.approval.discount-above",
                "percentage points from 0 such as 5 or 2.5",
                value -> value.matches("\\d{1,3}([.]\\d{1,4})?"));
        settings.expect(
                "ordertrail.approval.expires-after",
                "an ISO 8601 duration of at least a minute such as P7D or PT12H",
                ApprovalSettingsCheck::isAMinuteOrMore);
    }

    private static boolean isAMinuteOrMore(String value) {
        try {
            return Duration.parse(value).compareTo(Duration.ofMinutes(1)) >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
