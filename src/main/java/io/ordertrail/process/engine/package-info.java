/** What every diagram shares: names, parsing, forms, locks, messages and timers of the embedded engine. */
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "order.book",
            "order.check",
            "platform.access",
            "platform.operation",
            "refusal",
            "settings",
            "stock.ledger",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.process.engine;

import org.springframework.modulith.ApplicationModule;
