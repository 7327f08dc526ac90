/** Running the application: logs, jobs, start-up settings, and the state of the database. */
@ApplicationModule(allowedDependencies = {"actor", "change", "keyring", "schedule", "settings"})
package io.ordertrail.platform.operation;

import org.springframework.modulith.ApplicationModule;
