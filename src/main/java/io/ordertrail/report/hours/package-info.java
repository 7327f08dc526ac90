/** When people work at the sites, and how much of a span of time that is. */
@ApplicationModule(allowedDependencies = {"change", "refusal"})
package io.ordertrail.report.hours;

import org.springframework.modulith.ApplicationModule;
