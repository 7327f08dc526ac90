/**
 * Tells other systems what was announced, after Standard Webhooks 1.0: signed, retried, in order per product and site.
 */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "catalog",
            "change",
            "encryption",
            "refusal",
            "retention",
            "schedule",
            "settings",
            "stock.announcement",
            "stock.ledger",
            "webhook.address"
        })
package io.ordertrail.webhook;

import org.springframework.modulith.ApplicationModule;
