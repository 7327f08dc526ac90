/** Walks synthetic orders down every path of new diagrams, on an engine apart. */
@ApplicationModule(
        allowedDependencies = {"order.book", "platform.engine", "platform.finding", "process.engine", "process.file"})
package io.ordertrail.process.trial;

import org.springframework.modulith.ApplicationModule;
