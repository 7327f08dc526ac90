/** Pages for webhook endpoints and their deliveries. */
@ApplicationModule(allowedDependencies = {"change", "refusal", "stock.ledger", "transaction", "web.page", "webhook"})
package io.ordertrail.web.webhook;

import org.springframework.modulith.ApplicationModule;
