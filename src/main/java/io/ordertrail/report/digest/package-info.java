/** Who gets the weekly digest. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.report.digest;

import org.springframework.modulith.ApplicationModule;
