package io.ordertrail.intake.record;

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

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Stamp;
import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.refusal.Refusal;

/** All imports of records. A change of state is one conditional update. */
@Component
@Transactional
public class RecordImports {

    /** Work that has told nothing for so long has broken off. */
    public static final Duration BROKEN_OFF = Duration.ofSeconds(30);

    private static final String ALL = "select * from record_import where ";
    private static final int LONGEST_REFUSAL = 1000;

    private static final String LAYOUT = "layout";
    private static final EncryptedTable TABLE = EncryptedTable.kept("record_import", RowKey.number("number"), LAYOUT);

    private final JdbcClient database;
    private final Clock clock;
    private final FieldCipher cipher;

    RecordImports(JdbcClient database, Clock clock, FieldCipher cipher) {
        this.database = database;
        this.clock = clock;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        /** How a file is understood has the cells that somebody has corrected. */
        @Bean
        static EncryptedColumns layoutsOfRecords() {
            return TABLE;
        }
    }

    long add(RecordKind kind, String file, String hash, RecordLayout layout, Stamp created) {
        var key = new GeneratedKeyHolder();
        database.sql("""
            insert into record_import (kind, source, file_name, file_hash, layout, state, created_by, created_at, alive_at)
            values (:kind, :source, :file, :hash, '', 'CHECKING', :by, :at, :at)\
            """)
                .param("kind", kind.name())
                .param("source", layout.file().source())
                .param("file", file)
                .param("hash", hash)
                .param("by", created.by())
                .param("at", time(created.at()))
                .update(key, "number");
        var number = key.getKeyAs(Number.class).longValue();
        layout(number, layout);
        return number;
    }

    private void layout(long number, RecordLayout layout) {
        of("update record_import set layout = :layout where number = :number", number)
                .param(LAYOUT, encrypted(number, layout))
                .update();
    }

    private String encrypted(long number, RecordLayout layout) {
        return cipher.encrypt(TABLE.place(LAYOUT, number), RecordJson.text(layout));
    }

    /**
     * Returns an import.
     *
     * @throws Refusal when there is none of this number and kind
     */
    @Transactional(readOnly = true)
    public RecordImport get(RecordKind kind, long number) {
        return of(ALL + "number = :number and kind = :kind", number)
                .param("kind", kind.name())
                .query(this::read)
                .optional()
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "import.unknown", String.valueOf(number)));
    }

    @Transactional(readOnly = true)
    RecordImport get(long number) {
        return of(ALL + "number = :number", number).query(this::read).single();
    }

    /** Imports of a kind, newest first. */
    @Transactional(readOnly = true)
    public List<RecordImport> newest(RecordKind kind, long before, int limit) {
        return database.sql(ALL + "kind = :kind and number < :before order by number desc limit :limit")
                .param("kind", kind.name())
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The earlier import of the same file; empty when it is the first. */
    @Transactional(readOnly = true)
    public Optional<RecordImport> same(RecordImport later) {
        return of(
                        ALL + "file_hash = :hash and kind = :kind and number < :number order by number desc limit 1",
                        later.number())
                .param("hash", later.hash())
                .param("kind", later.kind().name())
                .query(this::read)
                .optional();
    }

    /** Imports that came before and wait for a person. */
    @Transactional(readOnly = true)
    List<RecordImport> undecided(LocalDateTime cameBefore) {
        return database.sql(ALL + "state = 'DECIDING' and created_at < :before")
                .param("before", cameBefore)
                .query(this::read)
                .list();
    }

    /** Forgets the corrected cells of imports that ended before. How the file was understood stays, for the next one. */
    void forgetCells(LocalDateTime endedBefore) {
        database.sql(ALL + "ended_at < :before").param("before", endedBefore).query(this::read).list().stream()
                .filter(ended -> !ended.layout().cells().isEmpty())
                .forEach(ended -> layout(ended.number(), ended.layout().withoutCells()));
    }

    /** How the last file of a source was understood; empty when none came yet. */
    @Transactional(readOnly = true)
    Optional<RecordLayout> lastLayout(RecordKind kind, String source) {
        return database.sql("select number, layout from record_import where kind = :kind and source = :source"
                        + " order by number desc limit 1")
                .param("kind", kind.name())
                .param("source", source)
                .query((row, index) -> layout(row))
                .optional();
    }

    /** Tells that somebody still works on it. */
    void alive(long number) {
        of("update record_import set alive_at = :now where number = :number", number)
                .param("now", now())
                .update();
    }

    /** Has it checked from its beginning; returns false when it is neither checked nor to be decided on. */
    boolean check(long number, RecordLayout layout) {
        return of("""
            update record_import set state = 'CHECKING', layout = :layout, refusal = null, alive_at = :now
            where number = :number and state in ('CHECKING', 'DECIDING')\
            """, number)
                        .param(LAYOUT, encrypted(number, layout))
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean save(long number, String by) {
        return of("""
            update record_import set state = 'SAVING', saved_by = :by, alive_at = :now
            where number = :number and state = 'DECIDING'\
            """, number).param("by", by).param("now", now()).update() == 1;
    }

    /** Lets the caller go on with work that has broken off. */
    boolean takeOver(long number) {
        return of("""
            update record_import set alive_at = :now
            where number = :number and state in ('CHECKING', 'SAVING') and alive_at < :until\
            """, number)
                        .param("now", now())
                        .param("until", time(clock.instant().minus(BROKEN_OFF)))
                        .update()
                == 1;
    }

    void decideOn(long number, String refusal) {
        of("update record_import set state = 'DECIDING', refusal = :refusal where number = :number", number)
                .param("refusal", refusal == null ? null : limited(refusal))
                .update();
    }

    boolean end(long number, State from, State outcome) {
        return of(
                                "update record_import set state = :outcome, ended_at = :now where number = :number and"
                                        + " state = :from",
                                number)
                        .param("outcome", outcome.name())
                        .param("from", from.name())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static String limited(String refusal) {
        return refusal.substring(0, Math.min(refusal.length(), LONGEST_REFUSAL));
    }

    private JdbcClient.StatementSpec of(String sql, long number) {
        return database.sql(sql).param("number", number);
    }

    private LocalDateTime now() {
        return time(clock.instant());
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant instant(LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private RecordLayout layout(ResultSet row) throws SQLException {
        return RecordJson.layout(cipher.decrypt(TABLE.place(LAYOUT, row.getLong("number")), row.getString(LAYOUT)));
    }

    private RecordImport read(ResultSet row, int index) throws SQLException {
        return new RecordImport(
                row.getLong("number"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("file_hash"),
                layout(row),
                State.valueOf(row.getString("state")),
                new Stamp(row.getString("created_by"), instant(row.getObject("created_at", LocalDateTime.class))),
                instant(row.getObject("alive_at", LocalDateTime.class)),
                row.getString("saved_by"),
                instant(row.getObject("ended_at", LocalDateTime.class)),
                row.getString("refusal"));
    }
}
