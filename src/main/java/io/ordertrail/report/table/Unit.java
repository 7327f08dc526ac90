package io.ordertrail.report.table;

/** What a figure counts or measures. */
public enum Unit {
    COUNT,
    MONEY,
    PERCENT,
    HOURS,
    DAYS,
    TIMES
}
