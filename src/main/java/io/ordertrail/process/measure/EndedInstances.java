package io.ordertrail.process.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Finds process instances that have ended. */
@Component
@Transactional(readOnly = true)
public class EndedInstances {

    /** Stands for the instances that did not end at an end event. */
    public static final String NOWHERE = "-";

    /**
     * A process instance that ended.
     *
     * @param subject the number of the order or purchase; may be null
     * @param outcome the id of the end event; null when it did not end at one
     */
    public record Ended(
            String instance, String subject, int version, Instant from, Instant until, long duration, String outcome) {}

    private static final String FIND =
            "select instance, subject, version, started_at, ended_at, duration, outcome from measured_instance where"
                    + " process = :process and (:version = 0 or version = :version) and ended_on between :first and :last"
                    + " and (:subject = '%' or subject like :subject)"
                    + " and (:outcome = '' or outcome = :outcome or (:outcome = '-' and outcome is null))"
                    + " order by ended_at desc, instance limit :most";

    private final JdbcClient database;

    EndedInstances(JdbcClient database) {
        this.database = database;
    }

    /**
     * Finds those that ended in the period, the last one first.
     *
     * @param subject the beginning of the number of the order or purchase; empty for any
     * @param outcome the id of an end event, or {@link #NOWHERE}; empty for any
     */
    public List<Ended> find(Asked asked, String subject, String outcome, int most) {
        return database.sql(FIND)
                .param("process", asked.process())
                .param("version", asked.version())
                .param("first", asked.period().first())
                .param("last", asked.period().last())
                .param("subject", subject.replaceAll("[^0-9A-Za-z-]", "") + "%")
                .param("outcome", outcome)
                .param("most", most)
                .query(EndedInstances::ended)
                .list();
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                row.getString("instance"),
                row.getString("subject"),
                row.getInt("version"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("duration"),
                row.getString("outcome"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
