/** Deployments to the engine by people, as Camunda Modeler makes them: they become drafts of bundles. */
@ApplicationModule(allowedDependencies = {"platform.engine", "platform.finding", "process.bundle"})
package io.ordertrail.process.deployment;

import org.springframework.modulith.ApplicationModule;
