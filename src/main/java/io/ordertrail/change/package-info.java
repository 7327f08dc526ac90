/**
 * The trail of changes: who changed what, when, from what to what. It is append-only, and {@link
 * io.ordertrail.change.ChangeLog} alone writes it.
 */
@ApplicationModule(allowedDependencies = {"actor", "encryption", "refusal"})
package io.ordertrail.change;

import org.springframework.modulith.ApplicationModule;
