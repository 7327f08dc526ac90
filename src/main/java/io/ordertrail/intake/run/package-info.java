/** Imports of files of orders: the file is stored, checked, decided on and entered, each order once. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "encryption",
            "intake.file",
            "intake.order",
            "intake.partner",
            "order.book",
            "order.entry",
            "order.fulfilment",
            "refusal",
            "retention",
            "transaction"
        })
package io.ordertrail.intake.run;

import org.springframework.modulith.ApplicationModule;
