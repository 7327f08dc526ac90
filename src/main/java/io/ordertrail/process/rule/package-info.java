/** The decision tables: their evaluation, and what a changed one would decide otherwise. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "order.book",
            "order.check",
            "platform.engine",
            "process.engine",
            "stock.allocation"
        })
package io.ordertrail.process.rule;

import org.springframework.modulith.ApplicationModule;
