/** Pages that import files of orders. */
@ApplicationModule(
        allowedDependencies = {
            "change",
            "intake.file",
            "intake.order",
            "intake.run",
            "refusal",
            "transaction",
            "web.page"
        })
package io.ordertrail.web.intake;

import org.springframework.modulith.ApplicationModule;
