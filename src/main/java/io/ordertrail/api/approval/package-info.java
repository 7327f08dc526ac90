/** API calls for changes that wait for a second person, and for the trail of all changes. */
@ApplicationModule(
        allowedDependencies = {"api.wire", "approval", "change", "platform.access", "refusal", "transaction"})
package io.ordertrail.api.approval;

import org.springframework.modulith.ApplicationModule;
