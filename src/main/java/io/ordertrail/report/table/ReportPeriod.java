package io.ordertrail.report.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Days of the company.
 *
 * @param from the first day
 * @param to the last day
 */
public record ReportPeriod(LocalDate from, LocalDate to, ZoneId zone) {

    /** The days up to this one. */
    public static ReportPeriod last(int days, LocalDate today, ZoneId zone) {
        return new ReportPeriod(today.minusDays(days - 1L), today, zone);
    }

    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, before these. */
    public ReportPeriod before() {
        return new ReportPeriod(from.minusDays(days()), from.minusDays(1), zone);
    }
}
