/** Counts stock, shows variances, has them approved and books them; measures the accuracy of the books. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "approval",
            "catalog",
            "change",
            "encryption",
            "order.book",
            "refusal",
            "settings",
            "stock.allocation",
            "stock.booking",
            "stock.ledger"
        })
package io.ordertrail.stock.stocktake;

import org.springframework.modulith.ApplicationModule;
