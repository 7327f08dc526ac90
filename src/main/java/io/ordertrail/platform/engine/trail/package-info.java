/** What is done in the engine and its applications, for the trail of changes. */
@ApplicationModule(allowedDependencies = {"actor", "change"})
package io.ordertrail.platform.engine.trail;

import org.springframework.modulith.ApplicationModule;
