/** Applies stock levels that other systems report, and records gaps and differences. */
@ApplicationModule(allowedDependencies = {"refusal", "stock.booking", "stock.ledger"})
package io.ordertrail.stock.feed;

import org.springframework.modulith.ApplicationModule;
