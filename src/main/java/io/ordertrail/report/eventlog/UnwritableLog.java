package io.ordertrail.report.eventlog;

/** The file could not be written to its end: mostly the reader went away. */
class UnwritableLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableLog(Exception cause) {
        super("The event log could not be written", cause);
    }
}
