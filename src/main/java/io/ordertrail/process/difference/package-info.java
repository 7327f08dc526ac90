/** What differs between two sets of diagrams, tables, forms and deadlines, in words. */
@ApplicationModule(allowedDependencies = {"process.check", "process.deadline", "refusal"})
package io.ordertrail.process.difference;

import org.springframework.modulith.ApplicationModule;
