/** How orders fare since a bundle came into force. */
@ApplicationModule(allowedDependencies = {"order.book", "process.bundle"})
package io.ordertrail.process.outcome;

import org.springframework.modulith.ApplicationModule;
