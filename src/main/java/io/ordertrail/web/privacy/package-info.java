/** The pages of everything that is stored about one person, and of how long data is kept. */
@ApplicationModule(allowedDependencies = {"change", "privacy", "refusal", "retention", "transaction"})
package io.ordertrail.web.privacy;

import org.springframework.modulith.ApplicationModule;
