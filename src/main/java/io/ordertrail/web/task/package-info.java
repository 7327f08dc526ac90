/** The facts that Tasklist shows beside a task form. */
@ApplicationModule(
        allowedDependencies = {
            "order.book",
            "order.check",
            "platform.operation",
            "process.desk",
            "process.engine",
            "process.purchase",
            "refusal",
            "stock.ledger",
            "stock.picking",
            "transaction",
            "web.order",
            "web.page",
            "web.purchase",
            "web.stock"
        })
package io.ordertrail.web.task;

import org.springframework.modulith.ApplicationModule;
