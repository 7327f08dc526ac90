package io.ordertrail.intake.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.folder.WatchedFile.Mailed;
import io.ordertrail.intake.folder.WatchedFile.State;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.run.ImportNumber;

/** All files of watched folders. The key lets one node take a file; each change of state is one conditional update. */
@Component
@Transactional
public class WatchedFiles {

    /** A node that takes so long has stopped. */
    static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient database;
    private final Clock clock;

    WatchedFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes a file; returns false when it was taken before, unless by a node that has stopped since. */
    boolean take(Key key) {
        try {
            of("""
                    insert into watched_file (source, name, hash, state, taken_at)
                    values (:source, :name, :hash, 'TAKEN', :now)\
                    """, key).param("now", time(clock.instant())).update();
            return true;
        } catch (DuplicateKeyException known) {
            return of("""
                            update watched_file set taken_at = :now
                            where source = :source and name = :name and hash = :hash and state = 'TAKEN'
                              and taken_at < :until\
                            """, key)
                            .param("now", time(clock.instant()))
                            .param("until", time(clock.instant().minus(BROKEN_OFF)))
                            .update()
                    == 1;
        }
    }

    /** Takes a file again that is answered, because its answer is gone. */
    boolean takeAgain(Key key) {
        return of("""
                        update watched_file set state = 'TAKEN', taken_at = :now
                        where source = :source and name = :name and hash = :hash and state in ('ANSWERED', 'FAILED')\
                        """, key).param("now", time(clock.instant())).update() == 1;
    }

    /**
     * Notes that a file is imported.
     *
     * @param kind of its records; null when it holds orders
     */
    void importing(Key key, RecordKind kind, long number) {
        of("""
                update watched_file set state = 'IMPORTING', record_kind = :kind, import_number = :number
                where source = :source and name = :name and hash = :hash\
                """, key)
                .param("kind", kind == null ? null : kind.name())
                .param("number", number)
                .update();
    }

    /**
     * Notes what became of a file, and that the owner of a failed one is to be told; returns false when another node has
     * noted it.
     */
    boolean answered(Key key, State state, String message) {
        return of("""
                        update watched_file set state = :state, message = :message, mail = :mail, mail_due = :now,
                          mail_tries = 0
                        where source = :source and name = :name and hash = :hash and state in ('TAKEN', 'IMPORTING')\
                        """, key)
                        .param("state", state.name())
                        .param("mail", (state == State.FAILED ? Mailed.WAITING : Mailed.NONE).name())
                        .param("now", time(clock.instant()))
                        .param("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
                        .update()
                == 1;
    }

    Optional<WatchedFile> find(Key key) {
        return of("select * from watched_file where source = :source and name = :name and hash = :hash", key)
                .query(WatchedFiles::read)
                .optional();
    }

    List<WatchedFile> importing(String source) {
        return database.sql("select * from watched_file where state = 'IMPORTING' and source = :source")
                .param("source", source)
                .query(WatchedFiles::read)
                .list();
    }

    public List<WatchedFile> newest(int limit) {
        return database.sql("select * from watched_file order by taken_at desc, source, name limit :limit")
                .param("limit", limit)
                .query(WatchedFiles::read)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Key key) {
        return of(database, sql, key);
    }

    static JdbcClient.StatementSpec of(JdbcClient database, String sql, Key key) {
        return database.sql(sql)
                .param("source", key.source())
                .param("name", key.name())
                .param("hash", key.hash());
    }

    static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("source"), row.getString("name"), row.getString("hash"));
    }

    private static WatchedFile read(ResultSet row, int index) throws SQLException {
        var kind = row.getString("record_kind");
        var number = row.getObject("import_number", Long.class);
        return new WatchedFile(
                key(row),
                State.valueOf(row.getString("state")),
                row.getObject("taken_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                kind == null ? null : RecordKind.valueOf(kind),
                number == null ? null : new ImportNumber(number),
                row.getString("message"),
                Mailed.valueOf(row.getString("mail")));
    }
}
