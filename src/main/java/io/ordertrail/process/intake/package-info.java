/** The process of an import: its deployment, its steps, and what people and programs tell it. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "intake.run",
            "order.book",
            "platform.access",
            "platform.engine",
            "process.engine",
            "refusal"
        })
package io.ordertrail.process.intake;

import org.springframework.modulith.ApplicationModule;
