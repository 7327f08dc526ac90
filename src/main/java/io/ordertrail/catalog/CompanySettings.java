package io.ordertrail.catalog;

import java.time.ZoneId;
import java.util.Currency;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks that the company's currency is one in which prices can be written, and that its time zone exists. */
class CompanySettings implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.company.currency",
                "the code of a currency by ISO 4217 such as EUR",
                CompanySettings::isMoney);
        settings.expect(
                "ordertrail.company.time-zone",
                "the name of a time zone such as Europe/Vienna or UTC",
                CompanySettings::isTimeZone);
    }

    private static boolean isTimeZone(String name) {
        return name.equals("UTC") || ZoneId.getAvailableZoneIds().contains(name);
    }

    /** The JDK's list also contains gold and the like, which have no minor unit. */
    private static boolean isMoney(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }
}
