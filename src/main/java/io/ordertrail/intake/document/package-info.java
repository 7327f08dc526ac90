/**
 * Order documents of partners: UBL 2.1, X12 850 and EDIFACT ORDERS become orders through the same check as any entry,
 * and are answered in their own standard.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "customer",
            "intake.partner",
            "order.book",
            "order.entry",
            "order.fulfilment",
            "refusal",
            "transaction"
        })
package io.ordertrail.intake.document;

import org.springframework.modulith.ApplicationModule;
