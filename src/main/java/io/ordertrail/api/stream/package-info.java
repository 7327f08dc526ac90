/** The stream of stock changes. */
@ApplicationModule(
        allowedDependencies = {
            "api.problem",
            "api.wire",
            "catalog",
            "platform.access",
            "refusal",
            "schedule",
            "stock.announcement",
            "stock.ledger"
        })
package io.ordertrail.api.stream;

import org.springframework.modulith.ApplicationModule;
