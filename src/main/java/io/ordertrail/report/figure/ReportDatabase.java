package io.ordertrail.report.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.catalog.Company;
import io.ordertrail.report.hours.SiteHours;
import io.ordertrail.report.hours.WorkingTime;
import io.ordertrail.report.table.ReportFilter;

/**
 * Runs the SQL of reports. The text asks for the conditions of the filter by {@code {orders}} and {@code {site}}, by
 * {@code {of}} for those on orders without the period, and by {@code {entered}} for the local time of the entry.
 */
final class ReportDatabase {

    /** In each SQL on orders, {@code o} is the order. */
    static final String ORDERS = "customer_order o";

    /** {@code c} is its customer; the join is an outer one, so that a database begins with the orders of the period. */
    static final String ORDERS_OF_CUSTOMERS = ORDERS + " left join customer c on c.number = o.customer";

    static final String COUNTRY = "coalesce(o.ship_country, c.country)";
    private static final String IN_COUNTRY =
            "coalesce(o.ship_country, (select h.country from customer h where h.number = o.customer)) = :country";
    /** An order that the customer gets, at least in part. */
    static final String KEPT = "o.state not in ('REJECTED', 'CANCELLED')";

    static final String LOST = "o.state in ('REJECTED', 'CANCELLED')";

    private static final int DAY = 1;
    private static final int THREE_DAYS = 3;
    private static final int WEEK = 7;

    private final JdbcClient database;
    private final Company company;
    private final Clock clock;

    ReportDatabase(JdbcClient database, Company company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    <T> List<T> rows(String sql, ReportFilter filter, RowMapper<T> mapper) {
        return rows(sql, filter, Map.of(), mapper);
    }

    <T> List<T> rows(String sql, ReportFilter filter, Map<String, ?> more, RowMapper<T> mapper) {
        var values = values(filter);
        values.putAll(more);
        return database.sql(sql.replace("{orders}", orders(filter))
                        .replace("{of}", of(filter))
                        .replace("{site}", site(filter))
                        .replace("{entered}", entered(filter)))
                .params(values)
                .query(mapper)
                .list();
    }

    /** The clock that measures durations. */
    WorkingTime clock(ReportFilter filter) {
        return filter.clock().isEmpty()
                ? WorkingTime.ALWAYS
                : SiteHours.clock(filter.clock(), filter.period().zone(), database);
    }

    Instant now() {
        return clock.instant();
    }

    /** The moments from which on something is younger than a day, than three days and than a week, by the clock. */
    Map<String, LocalDateTime> ages(ReportFilter filter) {
        var working = clock(filter);
        return Map.of(
                "day", utc(working.daysBefore(now(), DAY)),
                "threeDays", utc(working.daysBefore(now(), THREE_DAYS)),
                "week", utc(working.daysBefore(now(), WEEK)));
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Null where the column is. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private Map<String, Object> values(ReportFilter filter) {
        var values = new HashMap<String, Object>();
        if (filter.period() != null) {
            values.put("from", utc(filter.period().start()));
            values.put("to", utc(filter.period().end()));
        }
        values.put("channel", filter.channel());
        values.put("customer", filter.customer());
        values.put("country", filter.country());
        values.put("site", filter.site());
        values.put("currency", company.currency().getCurrencyCode());
        values.put("now", utc(now()));
        return values;
    }

    private static String orders(ReportFilter filter) {
        return filter.period() == null ? of(filter) : "o.entered_at >= :from and o.entered_at < :to and " + of(filter);
    }

    private static String entered(ReportFilter filter) {
        var period = filter.period();
        return period == null ? "" : LocalDay.time("o.entered_at", period.start(), period.end(), period.zone());
    }

    private static String of(ReportFilter filter) {
        var conditions = new ArrayList<String>();
        if (!filter.channel().isEmpty()) {
            conditions.add("o.channel = :channel");
        }
        if (!filter.customer().isEmpty()) {
            conditions.add("o.customer = :customer");
        }
        if (!filter.country().isEmpty()) {
            conditions.add(IN_COUNTRY);
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    private static String site(ReportFilter filter) {
        return filter.site().isEmpty() ? "1 = 1" : "s.site = :site";
    }
}
