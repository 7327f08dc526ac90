/** Reads diagrams and decision tables with schemas that are read once. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.platform.engine.model;

import org.springframework.modulith.ApplicationModule;
