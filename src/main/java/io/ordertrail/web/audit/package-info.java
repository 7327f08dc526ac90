/** The page of auditors: the whole trail of changes, its proof and its export. */
@ApplicationModule(
        allowedDependencies = {"change", "platform.access", "refusal", "trail", "transaction", "web.export", "web.page"
        })
package io.ordertrail.web.audit;

import org.springframework.modulith.ApplicationModule;
