/** API calls for orders and shipments. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "api.idempotency",
            "api.problem",
            "api.wire",
            "catalog",
            "change",
            "customer",
            "intake.document",
            "order.book",
            "order.entry",
            "order.fulfilment",
            "order.search",
            "platform.access",
            "process.measure",
            "process.order",
            "refusal",
            "report.forecast",
            "shipment",
            "stock.allocation",
            "stock.picking",
            "transaction"
        })
package io.ordertrail.api.order;

import org.springframework.modulith.ApplicationModule;
