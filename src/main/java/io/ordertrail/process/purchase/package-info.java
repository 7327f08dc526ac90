/** The Java half of the purchase diagram. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "order.book",
            "process.engine",
            "refusal",
            "settings",
            "stock.ledger",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.process.purchase;

import org.springframework.modulith.ApplicationModule;
