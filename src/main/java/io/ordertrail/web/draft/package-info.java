/** What people have typed into forms and not sent yet. */
@ApplicationModule(allowedDependencies = {"encryption", "refusal", "retention", "transaction"})
package io.ordertrail.web.draft;

import org.springframework.modulith.ApplicationModule;
