/** The plugin of Camunda Cockpit that shows managers the figures of their processes. */
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "process.deadline",
            "process.delay",
            "process.engine",
            "process.incident",
            "process.measure",
            "process.path",
            "refusal"
        })
package io.ordertrail.cockpit;

import org.springframework.modulith.ApplicationModule;
