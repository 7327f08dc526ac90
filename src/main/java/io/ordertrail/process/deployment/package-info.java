/** How diagrams, tables and forms come into force: those that people deploy, and those that the product ships. */
@ApplicationModule(
        allowedDependencies = {
            "platform.engine",
            "platform.finding",
            "process.check",
            "process.deadline",
            "process.trial"
        })
package io.ordertrail.process.deployment;

import org.springframework.modulith.ApplicationModule;
