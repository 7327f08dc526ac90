/** Pages for replenishment and purchase orders. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "refusal",
            "stock.allocation",
            "stock.ledger",
            "stock.replenishment",
            "web.export",
            "web.stock"
        })
package io.ordertrail.web.purchase;

import org.springframework.modulith.ApplicationModule;
