/** API calls for customers, products and sites. */
@ApplicationModule(
        allowedDependencies = {
            "api.problem",
            "api.wire",
            "catalog",
            "customer",
            "masterdata",
            "platform.access",
            "refusal",
            "stock.ledger",
            "transaction"
        })
package io.ordertrail.api.master;

import org.springframework.modulith.ApplicationModule;
