/** Sets up the embedded engine: tables, rights, filters and users. */
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.engine.guard",
            "platform.keycloak",
            "platform.operation",
            "refusal",
            "settings",
            "transaction"
        })
package io.ordertrail.platform.engine;

import org.springframework.modulith.ApplicationModule;
