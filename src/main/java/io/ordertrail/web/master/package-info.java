/** Pages for customers, products and sites. */
@ApplicationModule(
        allowedDependencies = {
            "approval",
            "catalog",
            "change",
            "customer",
            "masterdata",
            "refusal",
            "stock.ledger",
            "transaction",
            "web.export",
            "web.page"
        })
package io.ordertrail.web.master;

import org.springframework.modulith.ApplicationModule;
