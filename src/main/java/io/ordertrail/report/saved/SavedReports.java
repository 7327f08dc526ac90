package io.ordertrail.report.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports that people keep, for themselves or for a group. */
@Component
@Transactional
public class SavedReports {

    private static final String COLUMNS = "select id, title, report, query, owner, shared_with from saved_report";

    private final JdbcClient database;
    private final Clock clock;

    SavedReports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Saves a report, and returns it with its id. */
    public SavedReport save(SavedReport report) {
        var saved = new SavedReport(
                UUID.randomUUID().toString(),
                report.title(),
                report.report(),
                report.query(),
                report.owner(),
                report.sharedWith());
        database.sql("""
            insert into saved_report (id, title, report, query, owner, shared_with, saved_at)
            values (:id, :title, :report, :query, :owner, :sharedWith, :savedAt)""")
                .param("id", saved.id())
                .param("title", saved.title())
                .param("report", saved.report())
                .param("query", saved.query())
                .param("owner", saved.owner())
                .param("sharedWith", saved.sharedWith())
                .param("savedAt", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return saved;
    }

    /** Those of a person and of their groups, by title. */
    @Transactional(readOnly = true)
    public List<SavedReport> of(String person, Collection<String> groups) {
        return database.sql(COLUMNS + " where owner = :person or shared_with in (:groups) order by title, id")
                .param("person", person)
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .query(SavedReports::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SavedReport> find(String id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(SavedReports::read)
                .optional();
    }

    /** Deletes a report that the person owns; tells whether there was one. */
    public boolean delete(String id, String owner) {
        return database.sql("delete from saved_report where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    private static SavedReport read(ResultSet row, int at) throws SQLException {
        return new SavedReport(
                row.getString("id"),
                row.getString("title"),
                row.getString("report"),
                row.getString("query"),
                row.getString("owner"),
                row.getString("shared_with"));
    }
}
