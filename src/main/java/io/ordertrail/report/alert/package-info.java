/** Alerts: a figure that is above or below a bound for some minutes, and who is told of it. */
@ApplicationModule(
        allowedDependencies = {"catalog", "platform.engine", "platform.mail", "process.incident", "refusal", "webhook"})
package io.ordertrail.report.alert;

import org.springframework.modulith.ApplicationModule;
