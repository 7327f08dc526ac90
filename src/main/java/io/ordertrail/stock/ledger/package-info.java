/** The books: stock levels by product and site, every movement, the sites. Stock changes by conditional updates only. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "catalog",
            "change",
            "encryption",
            "masterdata",
            "order.book",
            "refusal",
            "transaction"
        })
package io.ordertrail.stock.ledger;

import org.springframework.modulith.ApplicationModule;
