/** Reads and evaluates the cells of decision tables, as the engine does. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.process.feel;

import org.springframework.modulith.ApplicationModule;
