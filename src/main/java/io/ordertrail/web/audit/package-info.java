/** The page of auditors: the whole trail of changes, its proof and its export. */
@ApplicationModule(allowedDependencies = {"change", "platform.access", "refusal", "trail", "web.page"})
package io.ordertrail.web.audit;

import org.springframework.modulith.ApplicationModule;
