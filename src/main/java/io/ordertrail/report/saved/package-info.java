/** Reports that people keep with their filters. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.report.saved;

import org.springframework.modulith.ApplicationModule;
