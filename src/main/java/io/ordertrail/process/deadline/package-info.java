/** How long each step may take, by the id of its element. */
@ApplicationModule(allowedDependencies = {"process.engine", "refusal", "settings"})
package io.ordertrail.process.deadline;

import org.springframework.modulith.ApplicationModule;
