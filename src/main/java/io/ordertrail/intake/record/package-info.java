/**
 * Imports of files of customers, products, stock levels and purchases: each row is checked by the rules of the form,
 * shown, and saved once when a person says so.
 */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "catalog",
            "change",
            "customer",
            "encryption",
            "intake.file",
            "intake.order",
            "intake.partner",
            "masterdata",
            "refusal",
            "retention",
            "settings",
            "stock.booking",
            "stock.ledger",
            "stock.replenishment",
            "transaction"
        })
package io.ordertrail.intake.record;

import org.springframework.modulith.ApplicationModule;
