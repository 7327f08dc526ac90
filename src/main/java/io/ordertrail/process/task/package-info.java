/** One delegate for each service task, named like the task: it reads, calls one use case and writes one fact. */
@ApplicationModule(
        allowedDependencies = {
            "intake.run",
            "order.book",
            "order.check",
            "order.fulfilment",
            "process.deadline",
            "process.engine",
            "process.intake",
            "process.order",
            "shipment",
            "stock.allocation",
            "stock.external",
            "stock.ledger",
            "stock.picking",
            "stock.replenishment"
        })
package io.ordertrail.process.task;

import org.springframework.modulith.ApplicationModule;
