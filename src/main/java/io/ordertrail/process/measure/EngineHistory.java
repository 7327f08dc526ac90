package io.ordertrail.process.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what happened in a span of time from the tables of the engine, whose own queries cannot answer that for all
 * instances at once. Times are written and read as the engine does it.
 */
@Component
class EngineHistory {

    /** As many rows as one transaction can well sum up. */
    private static final int ROWS_AT_ONCE = 20_000;

    private static final int IDS_AT_ONCE = 500;

    private static final String VISITS = """
      select a.*, d.VERSION_ from ACT_HI_ACTINST a join ACT_RE_PROCDEF d on d.ID_ = a.PROC_DEF_ID_ where\s""";
    private static final String INSTANCES = """
      select p.*, d.VERSION_ from ACT_HI_PROCINST p join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_ where\s""";

    private final JdbcClient database;

    EngineHistory(JdbcClient database) {
        this.database = database;
    }

    /** When the oldest instance began that the history still has. */
    Optional<Instant> beginning() {
        return database.sql("select min(START_TIME_) from ACT_HI_PROCINST")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    /**
     * The end of the next part that can be summed up at once.
     *
     * @param latest where it ends when little happened
     */
    Instant endOfPart(Instant since, Instant latest) {
        return database.sql(
                        "select END_TIME_ from ACT_HI_ACTINST where END_TIME_ >= :since order by END_TIME_ limit 1 offset "
                                + ROWS_AT_ONCE)
                .param("since", Timestamp.from(since))
                .query((row, number) -> instant(row, "END_TIME_"))
                .optional()
                .map(end -> later(end, since.plusSeconds(1)))
                .filter(end -> end.isBefore(latest))
                .orElse(latest);
    }

    /** The stays that began or ended in the span. */
    List<StepVisit> visits(Span span) {
        var visits = new ArrayList<>(visits("a.END_TIME_ >= :since and a.END_TIME_ < :until", span));
        visits.addAll(visits(
                "a.START_TIME_ >= :since and a.START_TIME_ < :until and (a.END_TIME_ is null or a.END_TIME_ >= :until)",
                span));
        return visits;
    }

    /** All stays of some instances. */
    List<StepVisit> visits(Collection<String> instances) {
        return inParts(
                instances,
                part -> database.sql(VISITS + "a.PROC_INST_ID_ in (:instances)")
                        .param("instances", part)
                        .query(EngineHistory::visit)
                        .list());
    }

    /** To whom tasks were given, and when. The engine records no claim of its own. */
    List<TaskLink> links(Collection<String> tasks) {
        return inParts(
                tasks,
                part -> database.sql("select TASK_ID_, TYPE_, USER_ID_, GROUP_ID_, TIMESTAMP_ from ACT_HI_IDENTITYLINK"
                                + " where TASK_ID_ in (:tasks) and OPERATION_TYPE_ = 'add' order by TIMESTAMP_")
                        .param("tasks", part)
                        .query(EngineHistory::link)
                        .list());
    }

    private static <T> List<T> inParts(Collection<String> ids, Function<List<String>, List<T>> read) {
        var all = List.copyOf(ids);
        var found = new ArrayList<T>();
        for (var at = 0; at < all.size(); at += IDS_AT_ONCE) {
            found.addAll(read.apply(all.subList(at, Math.min(all.size(), at + IDS_AT_ONCE))));
        }
        return found;
    }

    List<InstanceRun> started(Span span) {
        return instances("p.START_TIME_ >= :since and p.START_TIME_ < :until", span);
    }

    List<InstanceRun> ended(Span span) {
        return instances("p.END_TIME_ >= :since and p.END_TIME_ < :until", span);
    }

    private List<StepVisit> visits(String condition, Span span) {
        return database.sql(VISITS + condition)
                .param("since", Timestamp.from(span.since()))
                .param("until", Timestamp.from(span.until()))
                .query(EngineHistory::visit)
                .list();
    }

    private List<InstanceRun> instances(String condition, Span span) {
        return database.sql(INSTANCES + condition)
                .param("since", Timestamp.from(span.since()))
                .param("until", Timestamp.from(span.until()))
                .query(EngineHistory::instance)
                .list();
    }

    private static StepVisit visit(ResultSet row, int number) throws SQLException {
        return new StepVisit(
                row.getString("ID_"),
                row.getString("PROC_INST_ID_"),
                row.getString("PROC_DEF_KEY_"),
                row.getString("PROC_DEF_ID_"),
                row.getInt("VERSION_"),
                row.getString("ACT_ID_"),
                row.getString("ACT_TYPE_"),
                row.getString("PARENT_ACT_INST_ID_"),
                instant(row, "START_TIME_"),
                instant(row, "END_TIME_"),
                row.getString("TASK_ID_"),
                row.getLong("DURATION_"),
                row.getLong("SEQUENCE_COUNTER_"));
    }

    private static TaskLink link(ResultSet row, int number) throws SQLException {
        return new TaskLink(
                row.getString("TASK_ID_"),
                row.getString("TYPE_"),
                row.getString("USER_ID_"),
                row.getString("GROUP_ID_"),
                instant(row, "TIMESTAMP_"));
    }

    private static InstanceRun instance(ResultSet row, int number) throws SQLException {
        return new InstanceRun(
                row.getString("ID_"),
                row.getString("PROC_DEF_KEY_"),
                row.getInt("VERSION_"),
                row.getString("BUSINESS_KEY_"),
                instant(row, "START_TIME_"),
                instant(row, "END_TIME_"),
                row.getLong("DURATION_"),
                row.getString("END_ACT_ID_"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
