/** The facts that Tasklist shows beside a task form. */
@ApplicationModule(
        allowedDependencies = {
            "intake.run",
            "order.book",
            "order.check",
            "platform.operation",
            "process.desk",
            "process.engine",
            "process.intake",
            "process.purchase",
            "refusal",
            "stock.ledger",
            "stock.picking",
            "transaction",
            "web.intake",
            "web.order",
            "web.page",
            "web.purchase",
            "web.stock"
        })
package io.ordertrail.web.task;

import org.springframework.modulith.ApplicationModule;
