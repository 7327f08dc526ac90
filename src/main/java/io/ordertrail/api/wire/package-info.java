/** How the API reads and writes: strict JSON, NDJSON batches, paging and its description. */
@ApplicationModule(
        allowedDependencies = {
            "api.problem",
            "catalog",
            "change",
            "platform.access",
            "platform.operation",
            "refusal",
            "settings",
            "stock.booking",
            "stock.feed",
            "stock.ledger",
            "transaction"
        })
package io.ordertrail.api.wire;

import org.springframework.modulith.ApplicationModule;
