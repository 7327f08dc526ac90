/** Validates what comes in and turns it into an order; corrects an order that review sent back. */
@ApplicationModule(
        allowedDependencies = {"actor", "catalog", "customer", "order.book", "refusal", "settings", "transaction"})
package io.ordertrail.order.entry;

import org.springframework.modulith.ApplicationModule;
