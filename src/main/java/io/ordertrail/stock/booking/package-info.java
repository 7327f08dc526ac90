/** Books movements that people and systems hand in, one or many at a time. */
@ApplicationModule(allowedDependencies = {"order.book", "refusal", "stock.allocation", "stock.ledger"})
package io.ordertrail.stock.booking;

import org.springframework.modulith.ApplicationModule;
