/** Who orders: customers, their addresses, priorities and shortage policies. */
@ApplicationModule(allowedDependencies = {"approval", "change", "masterdata", "refusal", "search"})
package io.ordertrail.customer;

import org.springframework.modulith.ApplicationModule;
