/**
 * Backups of the database: made regularly by one of the nodes, encrypted, kept by a rule, restored by one command, and
 * proved by restoring the newest one beside the running system.
 */
@ApplicationModule(allowedDependencies = {"keyring", "platform.operation", "schedule", "settings"})
package io.ordertrail.backup;

import org.springframework.modulith.ApplicationModule;
