package io.ordertrail.intake.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.folder.WatchedFile.Mailed;

/** The failed files whose owners are to be told by mail, and what became of these mails. */
@Component
@Transactional
public class FailedFiles {

    public static final int MOST_TRIES = 10;
    private static final Duration NEXT_TRY = Duration.ofMinutes(3);
    private static final Duration OLD = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    FailedFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A file whose owner is to be told.
     *
     * @param message what is wrong with it
     * @param tries how often a mail was tried before
     */
    public record Untold(Key file, String message, int tries) {}

    /** When a mail server is configured at last, nobody is told about what is long past. */
    public void forgetOld() {
        database.sql("update watched_file set mail = 'NONE' where mail = 'WAITING' and mail_due < :before")
                .param("before", WatchedFiles.time(clock.instant().minus(OLD)))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Untold> due() {
        return database.sql("select * from watched_file where mail = 'WAITING' and mail_due <= :now order by mail_due")
                .param("now", WatchedFiles.time(clock.instant()))
                .query(FailedFiles::read)
                .list();
    }

    /** Counts an attempt of this node; when it dies, another one tries again later. */
    public boolean claim(Untold mail) {
        return WatchedFiles.of(database, """
                        update watched_file set mail_tries = mail_tries + 1, mail_due = :next
                        where source = :source and name = :name and hash = :hash and mail = 'WAITING'
                          and mail_tries = :tries\
                        """, mail.file())
                        .param("next", WatchedFiles.time(clock.instant().plus(NEXT_TRY)))
                        .param("tries", mail.tries())
                        .update()
                == 1;
    }

    public void became(Untold mail, Mailed mailed) {
        WatchedFiles.of(database, """
                update watched_file set mail = :mailed where source = :source and name = :name and hash = :hash\
                """, mail.file())
                .param("mailed", mailed.name())
                .update();
    }

    private static Untold read(ResultSet row, int index) throws SQLException {
        return new Untold(WatchedFiles.key(row), row.getString("message"), row.getInt("mail_tries"));
    }
}
