/** Steps that failed: where orders and purchases stand still, and how they go on. */
@ApplicationModule(allowedDependencies = {"customer", "order.book", "process.engine", "transaction"})
package io.ordertrail.process.incident;

import org.springframework.modulith.ApplicationModule;
