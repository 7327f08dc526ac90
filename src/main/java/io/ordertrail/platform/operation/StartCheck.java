package io.ordertrail.platform.operation;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Looks at all settings before anything else begins; a start with wrong ones ends here, with all of them in one list. */
class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var settings = new Settings(prepared.getEnvironment());
        SpringFactoriesLoader.loadFactories(SettingsCheck.class, getClass().getClassLoader())
                .forEach(check -> check.look(settings));
        var faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    /** After the settings were read, before a data directory is made and logging starts to speak. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 11;
    }
}
