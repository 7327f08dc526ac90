/** Alerts: a figure that is above or below a bound for some minutes. */
@ApplicationModule(allowedDependencies = {"catalog", "process.incident", "refusal"})
package io.ordertrail.report.alert;

import org.springframework.modulith.ApplicationModule;
