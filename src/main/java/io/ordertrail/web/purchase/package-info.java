/** Pages for replenishment and purchase orders. */
@ApplicationModule(
        allowedDependencies = {"catalog", "stock.allocation", "stock.ledger", "stock.replenishment", "web.stock"})
package io.ordertrail.web.purchase;

import org.springframework.modulith.ApplicationModule;
