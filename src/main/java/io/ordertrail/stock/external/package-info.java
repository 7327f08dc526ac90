/** The interface to an external stock system, and the record of what was asked and answered. */
@ApplicationModule(allowedDependencies = {"order.book", "stock.allocation", "stock.ledger"})
package io.ordertrail.stock.external;

import org.springframework.modulith.ApplicationModule;
