/** Who gets which stock: demand of orders, reservations, backorders, the choice of sites, picking, issue and loss. */
@ApplicationModule(allowedDependencies = {"customer", "order.book", "refusal", "stock.ledger", "transaction"})
package io.ordertrail.stock.allocation;

import org.springframework.modulith.ApplicationModule;
