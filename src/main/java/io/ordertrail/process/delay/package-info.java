/** What takes too long: the slowest at a step, what is over its target or soon will be, and what such orders have in common. */
@ApplicationModule(allowedDependencies = {"process.measure"})
package io.ordertrail.process.delay;

import org.springframework.modulith.ApplicationModule;
