/** API calls for bundles of the process. */
@ApplicationModule(
        allowedDependencies = {
            "platform.finding",
            "process.bundle",
            "process.difference",
            "process.rule",
            "refusal",
            "transaction"
        })
package io.ordertrail.api.process;

import org.springframework.modulith.ApplicationModule;
