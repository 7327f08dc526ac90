/** Who acts, and when: one value for everything that is recorded. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.actor;

import org.springframework.modulith.ApplicationModule;
