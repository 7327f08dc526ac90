/** Sets up the embedded engine: tables, rights, filters, users, and what diagrams may reach. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "platform.access",
            "platform.finding",
            "platform.keycloak",
            "refusal",
            "settings",
            "transaction"
        })
package io.ordertrail.platform.engine;

import org.springframework.modulith.ApplicationModule;
