/** Idempotency keys: a call that repeats its key returns the first response. */
@ApplicationModule(allowedDependencies = {"encryption", "refusal"})
package io.ordertrail.api.idempotency;

import org.springframework.modulith.ApplicationModule;
