package io.ordertrail.report.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.report.table.ReportPeriod;

/** Reads the purchases that were proposed in a period in batches, with what happened to them. */
@Component
class PurchaseTraces {

    private static final int BATCH = 500;
    private static final String SQL = """
        select id, sku, site, state, proposed_at, decided_at, decided_by, ended_at from purchase_order
        where id > :after and proposed_at >= :from and proposed_at < :to order by id limit %d""".formatted(BATCH);

    record Purchase(String id, String sku, String site, String state, Instant proposedAt, List<Moment> moments) {}

    /**
     * What happened to a purchase.
     *
     * @param actor null when nobody is known to have done it
     */
    record Moment(String activity, Instant at, String actor) {}

    private final JdbcClient database;

    PurchaseTraces(JdbcClient database) {
        this.database = database;
    }

    /** Hands over the purchases one by one. */
    void each(ReportPeriod period, Consumer<Purchase> reader) {
        var batch = batch(Long.MIN_VALUE, period);
        while (!batch.isEmpty()) {
            batch.forEach(reader);
            var last = Long.parseLong(batch.get(batch.size() - 1).id());
            batch = batch.size() < BATCH ? List.of() : batch(last, period);
        }
    }

    private List<Purchase> batch(long after, ReportPeriod period) {
        return database.sql(SQL)
                .param("after", after)
                .param("from", LocalDateTime.ofInstant(period.start(), ZoneOffset.UTC))
                .param("to", LocalDateTime.ofInstant(period.end(), ZoneOffset.UTC))
                .query((row, i) -> new Purchase(
                        row.getString("id"),
                        row.getString("sku"),
                        row.getString("site"),
                        row.getString("state"),
                        instant(row, "proposed_at"),
                        moments(row)))
                .list();
    }

    private static List<Moment> moments(ResultSet row) throws SQLException {
        var moments = new ArrayList<Moment>();
        moments.add(new Moment("purchase.proposed", instant(row, "proposed_at"), null));
        if (row.getObject("decided_at") != null) {
            moments.add(new Moment("purchase.decided", instant(row, "decided_at"), row.getString("decided_by")));
        }
        if (row.getObject("ended_at") != null) {
            moments.add(new Moment("purchase.ended", instant(row, "ended_at"), null));
        }
        return moments;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
