package io.ordertrail.platform.operation;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks all settings before anything else begins. If some are wrong, the start ends with one list of all of them. */
class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var settings = new Settings(prepared.getEnvironment());
        SpringFactoriesLoader.loadFactories(SettingsCheck.class, getClass().getClassLoader())
                .forEach(check -> check.check(settings));
        var faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    /** Runs after the settings are read, before a data directory is created and logging starts. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 11;
    }
}
