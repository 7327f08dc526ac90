/** Changes of figures that rules judge by: who may make them, and which of them wait for a second person. */
@ApplicationModule(allowedDependencies = {"actor", "change", "refusal", "settings"})
package io.ordertrail.approval;

import org.springframework.modulith.ApplicationModule;
