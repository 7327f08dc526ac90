package io.ordertrail.report.eventlog;

import io.ordertrail.report.table.ReportPeriod;

/**
 * What a file with an event log holds.
 *
 * @param period in which the orders were entered and the purchases were proposed
 * @param named whether people have their names; otherwise they have pseudonyms
 */
public record LogRequest(ReportPeriod period, LogProcess process, LogFormat format, boolean named) {}
