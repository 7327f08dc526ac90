package io.ordertrail.report.eventlog;

/** The process whose instances are the cases of an event log. */
public enum LogProcess {
    ALL,
    ORDERS,
    PARCELS,
    PURCHASES;

    /** Tells whether a log of this process has the cases of another one. */
    boolean has(LogProcess process) {
        return this == ALL || this == process;
    }
}
