/**
 * Bundles: the diagrams, tables, forms and deadlines that come into force together, from draft to retired. One is in
 * force.
 */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "encryption",
            "platform.engine",
            "platform.finding",
            "process.check",
            "process.deadline",
            "process.difference",
            "process.engine",
            "process.file",
            "process.rule",
            "process.trial",
            "refusal",
            "schedule",
            "settings",
            "transaction"
        })
package io.ordertrail.process.bundle;

import org.springframework.modulith.ApplicationModule;
