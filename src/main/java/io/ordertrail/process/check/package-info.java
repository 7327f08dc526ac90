/** Finds what is wrong with diagrams, tables and forms before they come into force. */
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "order.book",
            "platform.access",
            "platform.engine",
            "platform.finding",
            "process.deadline",
            "process.engine",
            "process.feel",
            "process.file",
            "process.picture",
            "stock.replenishment"
        })
package io.ordertrail.process.check;

import org.springframework.modulith.ApplicationModule;
