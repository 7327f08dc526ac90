/** The Java half of the purchase diagram. */
@ApplicationModule(
        allowedDependencies = {"process.engine", "settings", "stock.ledger", "stock.replenishment", "transaction"})
package io.ordertrail.process.purchase;

import org.springframework.modulith.ApplicationModule;
