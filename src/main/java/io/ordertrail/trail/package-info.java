/**
 * The proof that nobody has rewritten the trail of changes: a chain of hashes over its entries, with signed heads. One
 * node at a time continues it, beside the work of the day, and nobody who changes something waits for it.
 */
@ApplicationModule(allowedDependencies = {"keyring", "schedule"})
package io.ordertrail.trail;

import org.springframework.modulith.ApplicationModule;
