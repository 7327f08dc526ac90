/** The decision tables: their evaluation and deployment. */
@ApplicationModule(allowedDependencies = {"order.book", "order.check", "process.engine", "stock.allocation"})
package io.ordertrail.process.rule;

import org.springframework.modulith.ApplicationModule;
