package io.ordertrail.settings;

/** What one part of the house expects of its settings. Found through {@code META-INF/spring.factories}, before there is any bean. */
@FunctionalInterface
public interface SettingsCheck {

    void look(Settings settings);
}
