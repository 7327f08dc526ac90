/** Work that is repeated in the background, and readings that are kept for a moment. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.schedule;

import org.springframework.modulith.ApplicationModule;
