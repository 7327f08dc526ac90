package io.ordertrail.report.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A quarter of an hour, by which SQL groups moments: every time zone begins its days with one. */
final class QuarterHour {

    private static final int MINUTES = 15;

    /** Reads the columns {@code <name>_day}, {@code <name>_hour} and {@code <name>_quarter}. */
    static ZonedDateTime at(ResultSet row, String name, ZoneId zone) throws SQLException {
        return row.getObject(name + "_day", LocalDate.class)
                .atTime(LocalTime.of(row.getInt(name + "_hour"), row.getInt(name + "_quarter") * MINUTES))
                .toInstant(ZoneOffset.UTC)
                .atZone(zone);
    }

    private QuarterHour() {}
}
