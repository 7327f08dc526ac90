/** Sets up the embedded engine: tables, rights, filters, users, and what diagrams may reach. */
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.keycloak",
            "platform.operation",
            "refusal",
            "settings",
            "transaction"
        })
package io.ordertrail.platform.engine;

import org.springframework.modulith.ApplicationModule;
