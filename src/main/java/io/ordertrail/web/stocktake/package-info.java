/** Pages for stocktakes. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "change",
            "refusal",
            "stock.ledger",
            "stock.stocktake",
            "transaction",
            "web.page"
        })
package io.ordertrail.web.stocktake;

import org.springframework.modulith.ApplicationModule;
