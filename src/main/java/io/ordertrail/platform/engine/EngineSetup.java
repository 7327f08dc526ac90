package io.ordertrail.platform.engine;

import java.util.Optional;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import io.ordertrail.settings.OrdertrailSettings;

/**
 * Creates groups, rights and filters in the engine before the first request is answered. It adds only what is missing,
 * in one transaction and under the engine's start-up lock, so that two nodes do not set up the engine at the same time.
 */
@Component
class EngineSetup implements SmartInitializingSingleton {

    private final StartupLock lock;
    private final Optional<People> people;
    private final GroupRights rights;
    private final TaskFilters filters;
    private final OrdertrailSettings settings;

    /**
     * @param people empty unless people are stored in the engine's own tables
     */
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
        lock.whileHeld(this::setUp);
    }

    private void setUp() {
        people.ifPresent(People::addGroups);
        rights.grant();
        filters.create();
        if (settings.demo()) {
            people.ifPresent(People::addDemoUsers);
        }
    }
}
