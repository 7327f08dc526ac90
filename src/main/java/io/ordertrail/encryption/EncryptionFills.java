package io.ordertrail.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the rows of all tables have been encrypted. A new primary key begins from the start. */
@Component
@Transactional
class EncryptionFills {

    private static final String COLUMNS = "table_name, key_id, position, seen, changed, done, started_at, went_at";

    private final JdbcClient database;
    private final Clock clock;

    EncryptionFills(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EncryptionFill of(String table, String key) {
        return all().stream()
                .filter(fill -> fill.table().equals(table) && fill.key().equals(key))
                .findFirst()
                .orElseGet(() -> EncryptionFill.start(table, key, clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<EncryptionFill> all() {
        return database.sql("select " + COLUMNS + " from encryption_fill order by table_name")
                .query((row, i) -> new EncryptionFill(
                        row.getString("table_name"),
                        row.getString("key_id"),
                        row.getString("position"),
                        row.getLong("seen"),
                        row.getLong("changed"),
                        row.getBoolean("done"),
                        instant(row, "started_at"),
                        instant(row, "went_at")))
                .list();
    }

    /** Stores that some more rows are done. */
    public EncryptionFill store(EncryptionFill before, String position, long rows, long changed, boolean end) {
        var fill = before.at(position, rows, changed, end, clock.instant());
        store(fill);
        return fill;
    }

    void store(EncryptionFill fill) {
        if (write("""
            update encryption_fill set key_id = :key, position = :position, seen = :seen, changed = :changed, done = :done,
              started_at = :started, went_at = :at where table_name = :table\
            """, fill) == 0) {
            write(
                    "insert into encryption_fill (" + COLUMNS
                            + ") values (:table, :key, :position, :seen, :changed, :done, :started, :at)",
                    fill);
        }
    }

    private int write(String sql, EncryptionFill fill) {
        return database.sql(sql)
                .param("table", fill.table())
                .param("key", fill.key())
                .param("position", fill.position())
                .param("seen", fill.seen())
                .param("changed", fill.changed())
                .param("done", fill.done())
                .param("started", time(fill.startedAt()))
                .param("at", time(fill.at()))
                .update();
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
