package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.KEPT;
import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import io.ordertrail.report.table.ReportFilter;

/** Counts the orders of a period by the quarter of the hour of their entry: every time zone begins its days with one. */
final class OrderTimes {

    private static final int MINUTES = 15;

    private static final String SQL = """
        select entry_day, entry_hour, entry_quarter, count(*) as orders, sum(lost) as lost, sum(turnover) as turnover, sum(paying) as paying
        from (select cast(o.entered_at as date) as entry_day, extract(hour from o.entered_at) as entry_hour,
            floor(extract(minute from o.entered_at) / 15) as entry_quarter,
            case when %1$s then 0 else 1 end as lost,
            case when %1$s and o.currency = :currency then o.total else 0 end as turnover,
            case when %1$s and o.currency = :currency then 1 else 0 end as paying
          from %2$s where {orders}) entered
        group by entry_day, entry_hour, entry_quarter""".formatted(KEPT, ORDERS);

    /** The orders of a quarter of an hour. */
    record Quarter(ZonedDateTime at, long orders, long lost, BigDecimal turnover, long paying) {}

    private final ReportDatabase database;

    OrderTimes(ReportDatabase database) {
        this.database = database;
    }

    List<Quarter> quarters(ReportFilter filter) {
        var zone = filter.period().zone();
        return database.rows(
                SQL,
                filter,
                (row, i) -> new Quarter(
                        at(row, zone),
                        row.getLong("orders"),
                        row.getLong("lost"),
                        row.getBigDecimal("turnover"),
                        row.getLong("paying")));
    }

    private static ZonedDateTime at(ResultSet row, ZoneId zone) throws SQLException {
        return row.getObject("entry_day", LocalDate.class)
                .atTime(LocalTime.of(row.getInt("entry_hour"), row.getInt("entry_quarter") * MINUTES))
                .toInstant(ZoneOffset.UTC)
                .atZone(zone);
    }
}
