package io.ordertrail.report.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes times in UTC with milliseconds. */
final class Timestamps {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    static String text(Instant at) {
        return MILLISECONDS.format(at);
    }

    private Timestamps() {}
}
