/** Writes lists as files that spreadsheet programs open. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.web.export;

import org.springframework.modulith.ApplicationModule;
