/** Finds, sorts and counts orders, also where there are a million. */
@ApplicationModule(allowedDependencies = {"catalog", "customer", "order.book", "refusal", "search"})
package io.ordertrail.order.search;

import org.springframework.modulith.ApplicationModule;
