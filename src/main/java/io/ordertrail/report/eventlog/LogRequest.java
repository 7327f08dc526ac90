package io.ordertrail.report.eventlog;

import io.ordertrail.report.figure.ReportPeriod;

/**
 * What a file with an event log holds.
 *
 * @param period in which the orders were entered
 * @param named whether people have their names; otherwise they have pseudonyms
 */
public record LogRequest(ReportPeriod period, LogFormat format, boolean named) {}
