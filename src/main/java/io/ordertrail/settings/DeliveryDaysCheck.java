package io.ordertrail.settings;

import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;

/** Checks the horizon of deliveries and the company's time zone. */
class DeliveryDaysCheck implements SettingsCheck {

    private static final int MOST_MONTHS = 1200;

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.delivery-horizon",
                "a period from P1D to P100Y such as P2Y or P18M",
                DeliveryDaysCheck::isHorizon);
        settings.expect(
                "ordertrail.company.time-zone", "a time zone such as Europe/Vienna or UTC", DeliveryDaysCheck::isZone);
    }

    private static boolean isHorizon(String text) {
        try {
            var period = Period.parse(text);
            return !period.isNegative()
                    && !period.isZero()
                    && period.toTotalMonths() <= MOST_MONTHS
                    && period.getDays() <= MOST_MONTHS * 30;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
