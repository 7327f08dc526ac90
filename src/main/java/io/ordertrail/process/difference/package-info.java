/** What differs between two sets of diagrams, tables, forms and deadlines, in words. */
@ApplicationModule(allowedDependencies = {"process.deadline", "process.file", "refusal"})
package io.ordertrail.process.difference;

import org.springframework.modulith.ApplicationModule;
