/** What partners call our products and customers in their files and documents. */
@ApplicationModule(allowedDependencies = {"actor", "catalog", "change", "customer", "refusal"})
package io.ordertrail.intake.partner;

import org.springframework.modulith.ApplicationModule;
