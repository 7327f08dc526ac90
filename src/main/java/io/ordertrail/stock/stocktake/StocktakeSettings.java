package io.ordertrail.stock.stocktake;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks that the limit above which a second person approves a stocktake is an amount of money. */
class StocktakeSettings implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.stocktake.second-person-above",
                "an amount from 0 such as 500 or 99.50",
                value -> value.matches("\\d{1,12}([.]\\d{1,4})?"));
    }
}
