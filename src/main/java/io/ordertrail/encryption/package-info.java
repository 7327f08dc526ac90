/**
 * Encrypts personal texts in the database, each bound to its table, column and row, with keys that are never in the
 * database. Entities and use cases see texts in the clear; only what is stored is encrypted.
 */
@ApplicationModule(allowedDependencies = {"keyring", "schedule", "settings"})
package io.ordertrail.encryption;

import org.springframework.modulith.ApplicationModule;
