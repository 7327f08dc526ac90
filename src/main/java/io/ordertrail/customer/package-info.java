/** Who orders: customers, their addresses, priorities and shortage policies. */
@ApplicationModule(allowedDependencies = {"approval", "change", "encryption", "masterdata", "refusal", "search"})
package io.ordertrail.customer;

import org.springframework.modulith.ApplicationModule;
