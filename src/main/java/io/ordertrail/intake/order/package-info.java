/** Turns the rows of a file into orders, and checks the whole file by the rules of an entry before anything is stored. */
@ApplicationModule(
        allowedDependencies = {
            "change",
            "customer",
            "intake.file",
            "intake.partner",
            "order.book",
            "order.entry",
            "refusal"
        })
package io.ordertrail.intake.order;

import org.springframework.modulith.ApplicationModule;
