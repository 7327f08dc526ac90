package io.ordertrail.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.retention.RetainedData.Kind;
import io.ordertrail.retention.RetainedData.Outcome;

/** What the last removal of each kind of data came to, on any node, and when the next one is due. */
@Component
@Transactional
public class RetentionRuns {

    private static final int LONGEST = 1000;

    /**
     * The last removal.
     *
     * @param ranAt null before the first
     * @param keptSince what is older was to be removed
     * @param problem why nothing was removed; empty when all went well
     */
    public record Run(Kind kind, Instant ranAt, Instant keptSince, long removed, long left, String problem) {}

    private final JdbcClient database;
    private final ChangeLog log;
    private final Actor actor;
    private final Clock clock;

    RetentionRuns(JdbcClient database, ChangeLog log, Actor actor, Clock clock) {
        this.database = database;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Claims a removal that is due for this node; false when it is not due, or another node does it. */
    public boolean tryBegin(Kind kind, Duration pause) {
        var now = clock.instant();
        return database.sql("update retention_run set due_at = :next where kind = :kind and due_at <= :now")
                        .param("next", utc(now.plus(pause)))
                        .param("kind", kind.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Records what came of it; what was removed is an entry of the trail. */
    public void end(Kind kind, Instant keptSince, Outcome outcome) {
        store(kind, keptSince, outcome, "");
        if (outcome.removed() > 0) {
            log.record(
                    actor.stamp(),
                    new Subject(Subject.Kind.RETENTION, kind.name()),
                    Act.REMOVED,
                    List.of(
                            new Difference(null, "rows", String.valueOf(outcome.removed()), null),
                            new Difference(null, "olderThan", keptSince.toString(), null)));
        }
    }

    public void failed(Kind kind, Instant keptSince, String problem) {
        store(kind, keptSince, Outcome.left(0), problem.substring(0, Math.min(problem.length(), LONGEST)));
    }

    private void store(Kind kind, Instant keptSince, Outcome outcome, String problem) {
        database.sql("""
            update retention_run set ran_at = :now, kept_since = :since, removed = :removed, still_there = :left,
              problem = :problem where kind = :kind""")
                .param("now", utc(clock.instant()))
                .param("since", utc(keptSince))
                .param("removed", outcome.removed())
                .param("left", outcome.left())
                .param("problem", problem)
                .param("kind", kind.name())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Run> all() {
        return database.sql("select * from retention_run order by kind")
                .query(RetentionRuns::read)
                .list();
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                Kind.valueOf(row.getString("kind")),
                instant(row, "ran_at"),
                instant(row, "kept_since"),
                row.getLong("removed"),
                row.getLong("still_there"),
                row.getString("problem"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
