/** Announces changed stock levels, numbered without a gap in the order of their commits. */
@ApplicationModule(allowedDependencies = {"schedule", "stock.ledger"})
package io.ordertrail.stock.announcement;

import org.springframework.modulith.ApplicationModule;
