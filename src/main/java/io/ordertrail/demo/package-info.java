/** The demo company and its first orders. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "customer",
            "order.book",
            "order.check",
            "order.entry",
            "order.fulfilment",
            "platform.access",
            "platform.engine",
            "process.desk",
            "process.engine",
            "process.purchase",
            "settings",
            "shipment",
            "stock.allocation",
            "stock.booking",
            "stock.ledger",
            "stock.picking",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.demo;

import org.springframework.modulith.ApplicationModule;
