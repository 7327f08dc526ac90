/** Enters orders that arrive together in one transaction and one engine command. */
@ApplicationModule(allowedDependencies = {"order.book", "order.entry", "platform.engine", "stock.allocation"})
package io.ordertrail.process.entry;

import org.springframework.modulith.ApplicationModule;
