/** The page of backups and of the drills that prove them. */
@ApplicationModule(allowedDependencies = {"backup", "refusal", "transaction", "web.page"})
package io.ordertrail.web.backup;

import org.springframework.modulith.ApplicationModule;
