/** What is wrong with deployed diagrams, tables and forms, and how a deployment is answered. */
@ApplicationModule(allowedDependencies = {"refusal"})
package io.ordertrail.platform.finding;

import org.springframework.modulith.ApplicationModule;
