/** Retries on contention, and lists cut into batches for one statement. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.transaction;

import org.springframework.modulith.ApplicationModule;
