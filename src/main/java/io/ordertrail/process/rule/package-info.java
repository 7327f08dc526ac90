/** The decision tables: their evaluation and deployment. */
@ApplicationModule(
        allowedDependencies = {
            "order.book",
            "order.check",
            "platform.engine.guard",
            "process.engine",
            "stock.allocation",
            "transaction"
        })
package io.ordertrail.process.rule;

import org.springframework.modulith.ApplicationModule;
