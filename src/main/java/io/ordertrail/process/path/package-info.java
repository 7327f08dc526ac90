/** The path that one order and its parcels took through their diagrams, step by step and as pictures. */
@ApplicationModule(allowedDependencies = {"order.book", "process.engine", "process.picture"})
package io.ordertrail.process.path;

import org.springframework.modulith.ApplicationModule;
