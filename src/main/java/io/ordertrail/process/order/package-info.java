/** The Java half of the order's diagrams: starts its process, passes events to it and answers its questions. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "customer",
            "order.book",
            "platform.access",
            "process.deadline",
            "process.engine",
            "schedule",
            "shipment",
            "stock.allocation",
            "stock.external",
            "stock.picking",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.process.order;

import org.springframework.modulith.ApplicationModule;
