package io.ordertrail.settings;

/** Checks the settings of one module. Found through {@code META-INF/spring.factories}, before any bean exists. */
@FunctionalInterface
public interface SettingsCheck {

    /** Adds the faults that it finds to the settings. */
    void check(Settings settings);
}
