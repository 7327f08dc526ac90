package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.utc;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The day that a moment belongs to in a time zone, and its time there, as SQL, so that a database groups by them. */
final class LocalDay {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * Writes it.
     *
     * @param moment a column with a time in UTC
     * @param begin of the times that the column can have
     * @param end of them
     */
    static String of(String moment, Instant begin, Instant end, ZoneId zone) {
        return "cast(" + time(moment, begin, end, zone) + " as date)";
    }

    /** Writes the local time. */
    static String time(String moment, Instant begin, Instant end, ZoneId zone) {
        return "timestampadd(second, " + offset(moment, begin, end, zone) + ", " + moment + ")";
    }

    private static String offset(String moment, Instant begin, Instant end, ZoneId zone) {
        var rules = zone.getRules();
        var changes = new StringBuilder();
        var change = rules.nextTransition(begin);
        while (change != null && change.getInstant().isBefore(end)) {
            changes.append(" when %s < timestamp '%s' then %d"
                    .formatted(
                            moment,
                            SECONDS.format(utc(change.getInstant())),
                            change.getOffsetBefore().getTotalSeconds()));
            change = rules.nextTransition(change.getInstant());
        }
        var last = rules.getOffset(end).getTotalSeconds();
        return changes.isEmpty() ? Integer.toString(last) : "case" + changes + " else " + last + " end";
    }

    private LocalDay() {}
}
