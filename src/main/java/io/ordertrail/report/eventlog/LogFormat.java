package io.ordertrail.report.eventlog;

/** The formats of the event log. */
public enum LogFormat {
    CSV("text/csv;charset=UTF-8", "csv"),
    /** IEEE 1849. */
    XES("application/xml", "xes"),
    /** OCEL 2.0 as JSON. */
    OCEL("application/json", "jsonocel"),
    /** OCEL 2.0 as an SQLite database. */
    SQLITE("application/vnd.sqlite3", "sqlite");

    private final String mediaType;
    private final String ending;

    LogFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of the name of a file. */
    public String ending() {
        return ending;
    }
}
