/** Pages for the diagrams, tables, forms and deadlines that new orders follow. */
@ApplicationModule(
        allowedDependencies = {
            "change",
            "platform.finding",
            "process.bundle",
            "process.deadline",
            "process.difference",
            "process.incident",
            "process.outcome",
            "process.picture",
            "process.rule",
            "refusal",
            "schedule",
            "transaction",
            "web.page"
        })
package io.ordertrail.web.process;

import org.springframework.modulith.ApplicationModule;
