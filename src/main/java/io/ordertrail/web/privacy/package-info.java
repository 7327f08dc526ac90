/** The page of everything that is stored about one person. */
@ApplicationModule(allowedDependencies = {"privacy", "refusal", "transaction"})
package io.ordertrail.web.privacy;

import org.springframework.modulith.ApplicationModule;
