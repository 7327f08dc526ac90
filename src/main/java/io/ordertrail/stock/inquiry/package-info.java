/** Answers questions about stock: what is stocked where, and how it changed over time. */
@ApplicationModule(allowedDependencies = {"catalog", "refusal", "search", "stock.ledger"})
package io.ordertrail.stock.inquiry;

import org.springframework.modulith.ApplicationModule;
