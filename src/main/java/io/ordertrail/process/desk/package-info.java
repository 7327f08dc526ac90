/** The open tasks of people, and the actions on them under each person's rights. */
@ApplicationModule(allowedDependencies = {"actor", "order.book", "process.engine", "refusal", "stock.ledger"})
package io.ordertrail.process.desk;

import org.springframework.modulith.ApplicationModule;
