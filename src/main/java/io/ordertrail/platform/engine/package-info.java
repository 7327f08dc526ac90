/** Sets up the embedded engine: tables, rights, filters and users. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "platform.access",
            "platform.engine.guard",
            "platform.engine.model",
            "platform.engine.trail",
            "platform.finding",
            "platform.keycloak",
            "platform.operation",
            "refusal",
            "settings",
            "transaction"
        })
package io.ordertrail.platform.engine;

import org.springframework.modulith.ApplicationModule;
