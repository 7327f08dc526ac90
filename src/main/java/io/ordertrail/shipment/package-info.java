/** Parcels, and what carriers report of them. */
@ApplicationModule(allowedDependencies = {"order.book", "refusal", "search"})
package io.ordertrail.shipment;

import org.springframework.modulith.ApplicationModule;
