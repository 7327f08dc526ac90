/** Metrics, health and the command line check, read from engine and audit. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "backup",
            "order.book",
            "platform.operation",
            "process.bundle",
            "process.engine",
            "process.order",
            "schedule",
            "settings",
            "stock.stocktake",
            "trail"
        })
package io.ordertrail.process.monitoring;

import org.springframework.modulith.ApplicationModule;
