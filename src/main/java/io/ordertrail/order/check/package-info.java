/** Gathers the facts of an order for the decision table, opens holds and records what reviewers decide. */
@ApplicationModule(allowedDependencies = {"actor", "catalog", "customer", "order.book", "refusal", "transaction"})
package io.ordertrail.order.check;

import org.springframework.modulith.ApplicationModule;
