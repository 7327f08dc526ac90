/** Pages for transfers between sites. */
@ApplicationModule(
        allowedDependencies = {"catalog", "refusal", "stock.ledger", "stock.transfer", "transaction", "web.page"})
package io.ordertrail.web.transfer;

import org.springframework.modulith.ApplicationModule;
