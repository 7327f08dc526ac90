/** The pages of everything that is stored about one person, of how long data is kept, and of the keys that encrypt it. */
@ApplicationModule(allowedDependencies = {"change", "encryption", "privacy", "refusal", "retention", "transaction"})
package io.ordertrail.web.privacy;

import org.springframework.modulith.ApplicationModule;
