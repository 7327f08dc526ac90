/** Finds what is wrong with diagrams, tables and forms before they come into force. */
@ApplicationModule(
        allowedDependencies = {
            "order.book",
            "platform.access",
            "platform.engine",
            "process.engine",
            "process.picture.rule",
            "stock.replenishment"
        })
package io.ordertrail.process.check;

import org.springframework.modulith.ApplicationModule;
