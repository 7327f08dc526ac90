/** When open orders are likely to be received, from how long orders like them took. */
@ApplicationModule(allowedDependencies = {"order.book", "schedule"})
package io.ordertrail.report.forecast;

import org.springframework.modulith.ApplicationModule;
