/**
 * Checks every minute that stock and reservations add up and that orders agree with their process instances, and records
 * what does not. Knows no engine.
 */
@ApplicationModule(allowedDependencies = {"order.book", "schedule", "transaction"})
package io.ordertrail.audit;

import org.springframework.modulith.ApplicationModule;
