package io.ordertrail.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What backups and drills came to, on any node, and which node makes the next one. */
@Component
@Transactional
public class BackupRuns {

    /** After this time another node takes over: the node that began has died. */
    private static final Duration TAKEOVER_AFTER = Duration.ofHours(6);

    private static final int LONGEST = 8000;

    /** What is done regularly. */
    public enum Work {
        BACKUP,
        DRILL
    }

    /**
     * A backup or a drill that has ended.
     *
     * @param file the name of the backup; null when there is none
     * @param findings what is wrong, a sentence a line; empty when all is well
     * @param counts of a drill, a line for each table: its name, its rows in the backup, restored, and now
     */
    public record Run(
            Work work, Instant begun, Instant ended, String file, long bytes, String findings, String counts) {

        public boolean succeeded() {
            return findings.isEmpty();
        }

        public Duration took() {
            return Duration.between(begun, ended);
        }

        public List<String> faults() {
            return findings.lines().toList();
        }

        /** The counts as words. */
        public List<List<String>> tables() {
            return counts.lines().map(line -> List.of(line.split(" "))).toList();
        }
    }

    private final JdbcClient database;
    private final Clock clock;

    BackupRuns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Claims work that is due for this node; false when it is not due, or another node does it. */
    public boolean tryBegin(Work work) {
        var now = clock.instant();
        return database.sql("update backup_duty set taken_until = :until"
                                + " where work = :work and due_at <= :now and taken_until < :now")
                        .param("until", utc(now.plus(TAKEOVER_AFTER)))
                        .param("work", work.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Records what came of it, and when it is due again. */
    public void end(Run run, Duration pause) {
        record(run);
        database.sql("update backup_duty set taken_until = :now, due_at = :due where work = :work")
                .param("now", utc(clock.instant().minusSeconds(1)))
                .param("due", utc(run.begun().plus(pause)))
                .param("work", run.work().name())
                .update();
    }

    public void record(Run run) {
        database.sql("insert into backup_run (work, begun_at, ended_at, file, bytes, findings, counts)"
                        + " values (:work, :begun, :ended, :file, :bytes, :findings, :counts)")
                .param("work", run.work().name())
                .param("begun", utc(run.begun()))
                .param("ended", utc(run.ended()))
                .param("file", run.file())
                .param("bytes", run.bytes())
                .param("findings", cut(run.findings()))
                .param("counts", cut(run.counts()))
                .update();
    }

    /** Asks for it at once; the node that comes to it first does it. */
    public void request(Work work) {
        database.sql("update backup_duty set due_at = :now where work = :work and due_at > :now")
                .param("now", utc(clock.instant()))
                .param("work", work.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Instant due(Work work) {
        return database.sql("select due_at from backup_duty where work = :work")
                .param("work", work.name())
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    @Transactional(readOnly = true)
    public List<Run> newest(int most) {
        return database.sql("select * from backup_run order by begun_at desc limit :most")
                .param("most", most)
                .query(BackupRuns::read)
                .list();
    }

    /** When the first of all backups was begun; empty before it. */
    @Transactional(readOnly = true)
    public Optional<Instant> begun() {
        return database.sql("select * from backup_run order by begun_at limit 1")
                .query(BackupRuns::read)
                .optional()
                .map(Run::begun);
    }

    @Transactional(readOnly = true)
    public Optional<Run> last(Work work) {
        return database.sql("select * from backup_run where work = :work order by begun_at desc limit 1")
                .param("work", work.name())
                .query(BackupRuns::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Run> lastSuccess(Work work) {
        return database.sql(
                        "select * from backup_run where work = :work and findings = '' order by begun_at desc limit 1")
                .param("work", work.name())
                .query(BackupRuns::read)
                .optional();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                Work.valueOf(row.getString("work")),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                row.getString("file"),
                row.getLong("bytes"),
                row.getString("findings"),
                row.getString("counts"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
