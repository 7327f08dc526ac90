/** Pages that import files of customers, products, stock levels and purchases. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "intake.file",
            "intake.order",
            "intake.record",
            "refusal",
            "transaction",
            "web.page"
        })
package io.ordertrail.web.record;

import org.springframework.modulith.ApplicationModule;
