/** The pick list of an order, what was found of it, and the issue of the goods. */
@ApplicationModule(allowedDependencies = {"order.book", "refusal", "stock.allocation", "stock.ledger"})
package io.ordertrail.stock.picking;

import org.springframework.modulith.ApplicationModule;
