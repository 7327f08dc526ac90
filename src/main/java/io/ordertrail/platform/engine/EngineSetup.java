package io.ordertrail.platform.engine;

import java.util.Optional;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import io.ordertrail.settings.OrdertrailSettings;

/**
 * Furnishes the engine with groups, rights and filters before the first request is answered. Adds only what is missing,
 * in one transaction and while it holds the engine's own start-up lock, so that two nodes do not furnish side by side.
 */
@Component
class EngineSetup implements SmartInitializingSingleton {

    private final StartupLock lock;
    private final Optional<People> people;
    private final GroupRights rights;
    private final TaskFilters filters;
    private final OrdertrailSettings settings;

    /** @param people only where they are kept in the engine's own tables */
    EngineSetup(
            StartupLock lock,
            Optional<People> people,
            GroupRights rights,
            TaskFilters filters,
            OrdertrailSettings settings) {
        this.lock = lock;
        this.people = people;
        this.rights = rights;
        this.filters = filters;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileHeld(this::furnish);
    }

    private void furnish() {
        people.ifPresent(People::addGroups);
        rights.grant();
        filters.create();
        if (settings.demo()) {
            people.ifPresent(People::addDemoUsers);
        }
    }
}
