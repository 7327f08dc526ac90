/** Reads the diagrams, tables and forms that come into force together. */
@ApplicationModule(
        allowedDependencies = {"order.book", "platform.engine", "platform.finding", "process.deadline", "process.engine"
        })
package io.ordertrail.process.file;

import org.springframework.modulith.ApplicationModule;
