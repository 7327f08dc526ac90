/** Moves goods between sites. */
@ApplicationModule(
        allowedDependencies = {"actor", "catalog", "encryption", "refusal", "stock.allocation", "stock.ledger"})
package io.ordertrail.stock.transfer;

import org.springframework.modulith.ApplicationModule;
