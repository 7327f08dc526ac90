/** What diagrams, expressions and decision tables may reach. */
@ApplicationModule(allowedDependencies = {"refusal"})
package io.ordertrail.platform.engine.guard;

import org.springframework.modulith.ApplicationModule;
