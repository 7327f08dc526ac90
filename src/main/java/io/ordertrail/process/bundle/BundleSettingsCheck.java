package io.ordertrail.process.bundle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks the settings of bundles. */
class BundleSettingsCheck implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect("ordertrail.process.second-person", "true or false", value -> value.matches("true|false"));
    }
}
