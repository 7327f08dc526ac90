/** API calls for orders and shipments. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "api.idempotency",
            "api.problem",
            "api.wire",
            "catalog",
            "customer",
            "order.book",
            "order.entry",
            "order.fulfilment",
            "process.order",
            "refusal",
            "shipment",
            "stock.allocation",
            "stock.picking",
            "transaction"
        })
package io.ordertrail.api.order;

import org.springframework.modulith.ApplicationModule;
