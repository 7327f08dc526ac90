/** Speaks with an external stock system over HTTP as docs/stock-system.md describes it. */
@ApplicationModule(allowedDependencies = {"order.book", "settings", "stock.external"})
package io.ordertrail.externalstock;

import org.springframework.modulith.ApplicationModule;
