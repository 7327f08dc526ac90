/** Purchase orders from proposal to receipt, reorder levels, and the dates on which goods become available. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "customer",
            "encryption",
            "order.book",
            "refusal",
            "stock.allocation",
            "stock.booking",
            "stock.ledger"
        })
package io.ordertrail.stock.replenishment;

import org.springframework.modulith.ApplicationModule;
