/** API calls for stock and purchase orders. */
@ApplicationModule(
        allowedDependencies = {
            "api.problem",
            "api.wire",
            "catalog",
            "refusal",
            "stock.ledger",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.api.stock;

import org.springframework.modulith.ApplicationModule;
