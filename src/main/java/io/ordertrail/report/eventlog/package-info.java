/** The event log: what happened to all orders, in the formats of programs for process mining. */
@ApplicationModule(allowedDependencies = {"refusal", "report.table"})
package io.ordertrail.report.eventlog;

import org.springframework.modulith.ApplicationModule;
