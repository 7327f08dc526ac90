/** The page for what partners call our products and customers. */
@ApplicationModule(allowedDependencies = {"actor", "intake.partner", "refusal", "transaction", "web.page"})
package io.ordertrail.web.partner;

import org.springframework.modulith.ApplicationModule;
