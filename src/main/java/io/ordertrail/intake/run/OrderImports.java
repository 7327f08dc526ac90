package io.ordertrail.intake.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.OrderImport.Asked;
import io.ordertrail.intake.run.OrderImport.FileName;
import io.ordertrail.intake.run.OrderImport.Pace;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.refusal.Refusal;

/** All imports. A change of state is one conditional update. */
@Component
@Transactional
public class OrderImports {

    private static final String ALL = "select * from order_import where ";
    private static final int LONGEST_REFUSAL = 1000;

    private static final String LAYOUT = "layout";
    private static final EncryptedTable TABLE = EncryptedTable.kept("order_import", RowKey.number("number"), LAYOUT);

    private final JdbcClient database;
    private final Clock clock;
    private final FieldCipher cipher;

    OrderImports(JdbcClient database, Clock clock, FieldCipher cipher) {
        this.database = database;
        this.clock = clock;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        /** How a file is understood says which cells somebody has replaced. */
        @Bean
        static EncryptedColumns layoutsOfOrders() {
            return TABLE;
        }
    }

    ImportNumber add(FileName file, FileLayout layout, ImportPolicy policy, Locale language, Stamp created) {
        var key = new GeneratedKeyHolder();
        database.sql("""
            insert into order_import (source, file_name, file_hash, layout, policy, language, state, created_by,
              created_at, checked_row, done_before)
            values (:source, :name, :hash, '', :policy, :language, 'CHECKING', :by, :at, 0, 0)\
            """)
                .param("source", layout.source())
                .param("name", file.name())
                .param("hash", file.hash())
                .param("policy", policy.name())
                .param("language", language.toLanguageTag())
                .param("by", created.by())
                .param("at", time(created.at()))
                .update(key, "number");
        var number = new ImportNumber(key.getKeyAs(Number.class).longValue());
        layout(number, layout);
        return number;
    }

    @Transactional(readOnly = true)
    public Optional<OrderImport> find(ImportNumber number) {
        return of(ALL + "number = :number", number).query(this::read).optional();
    }

    /**
     * Returns an import.
     *
     * @throws Refusal when there is none of this number
     */
    @Transactional(readOnly = true)
    public OrderImport get(ImportNumber number) {
        return find(number).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "import.unknown", number.toString()));
    }

    /** Imports that came before and wait for a person. */
    @Transactional(readOnly = true)
    public List<ImportNumber> undecided(LocalDateTime cameBefore) {
        return database.sql("select number from order_import where state = 'DECIDING' and created_at < :before")
                .param("before", cameBefore)
                .query((row, index) -> new ImportNumber(row.getLong("number")))
                .list();
    }

    /** Imports, newest first. */
    @Transactional(readOnly = true)
    public List<OrderImport> newest(long before, int limit) {
        return database.sql(ALL + "number < :before order by number desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The earlier import of the same file from the same source; empty when it is the first. */
    @Transactional(readOnly = true)
    public Optional<OrderImport> same(OrderImport later) {
        return of(
                        ALL
                                + "file_hash = :hash and source = :source and number < :number order by number desc"
                                + " limit 1",
                        later.number())
                .param("hash", later.file().hash())
                .param("source", later.layout().source())
                .query(this::read)
                .optional();
    }

    /** How the last file of a source was understood; empty when none came yet. */
    @Transactional(readOnly = true)
    Optional<FileLayout> lastLayout(String source) {
        return database.sql(
                        "select number, layout from order_import where source = :source order by number desc limit 1")
                .param("source", source)
                .query((row, index) -> layout(row))
                .optional();
    }

    void checked(ImportNumber number, long row) {
        of("update order_import set checked_row = :row where number = :number", number)
                .param("row", row)
                .update();
    }

    /** Notes where the part of the file begins that is not checked yet. */
    void checkedUntil(ImportNumber number, LineStart rest) {
        of("update order_import set next_line = :line, next_byte = :byte where number = :number", number)
                .param("line", rest.line())
                .param("byte", rest.bytes())
                .update();
    }

    /** Begins a check from the start. */
    void recheck(ImportNumber number) {
        of("""
                update order_import set state = 'CHECKING', checked_row = 0, next_line = 1, next_byte = 0, refusal = null
                where number = :number\
                """, number).update();
    }

    void decideOn(ImportNumber number, String refusal) {
        of("update order_import set state = 'DECIDING', refusal = :refusal where number = :number", number)
                .param("refusal", refusal == null ? null : limited(refusal))
                .update();
    }

    void layout(ImportNumber number, FileLayout layout) {
        of("update order_import set layout = :layout where number = :number", number)
                .param(LAYOUT, cipher.encrypt(TABLE.place(LAYOUT, number.value()), ImportJson.text(layout)))
                .update();
    }

    void policy(ImportNumber number, ImportPolicy policy) {
        of("update order_import set policy = :policy where number = :number", number)
                .param("policy", policy.name())
                .update();
    }

    /**
     * Enters or cancels orders from now on, unless it does already.
     *
     * @param done how many orders it has entered or cancelled
     */
    void go(ImportNumber number, State going, long done) {
        of("""
                update order_import set state = :state, going_since = :now, done_before = :done, ended_at = null
                where number = :number and state <> :state\
                """, number)
                .param("state", going.name())
                .param("now", time(clock.instant()))
                .param("done", done)
                .update();
    }

    void pause(ImportNumber number) {
        of("update order_import set state = 'PAUSED', asked = null, going_since = null where number = :number", number)
                .update();
    }

    void end(ImportNumber number, State outcome) {
        of("""
                update order_import set state = :state, asked = null, going_since = null, ended_at = :now
                where number = :number\
                """, number)
                .param("state", outcome.name())
                .param("now", time(clock.instant()))
                .update();
    }

    /** Notes what a person asks; false when the import is not in any of the states any more. */
    boolean ask(ImportNumber number, Asked asked, List<State> states) {
        return of("update order_import set asked = :asked where number = :number and state in (:states)", number)
                        .param("asked", asked.name())
                        .param("states", states.stream().map(State::name).toList())
                        .update()
                == 1;
    }

    /** Keeps the import in a state until the transaction ends; false when it is not in that state any more. */
    boolean stays(ImportNumber number, State state) {
        return of("update order_import set state = state where number = :number and state = :state", number)
                        .param("state", state.name())
                        .update()
                == 1;
    }

    boolean undo(ImportNumber number, String by) {
        return of("""
                update order_import set state = 'UNDOING', undone_by = :by, going_since = :now, done_before = 0
                where number = :number and state in ('DONE', 'CANCELLED')\
                """, number)
                        .param("by", by)
                        .param("now", time(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Enters orders again after a pause; false when it is not paused any more.
     *
     * @param done how many orders it has entered
     */
    boolean resume(ImportNumber number, long done) {
        return of("""
                update order_import set state = 'ENTERING', going_since = :now, done_before = :done
                where number = :number and state = 'PAUSED'\
                """, number)
                        .param("now", time(clock.instant()))
                        .param("done", done)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(String sql, ImportNumber number) {
        return database.sql(sql).param("number", number.value());
    }

    private static String limited(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REFUSAL));
    }

    private OrderImport read(ResultSet row, int index) throws SQLException {
        var asked = row.getString("asked");
        return new OrderImport(
                new ImportNumber(row.getLong("number")),
                new FileName(row.getString("file_name"), row.getString("file_hash")),
                layout(row),
                ImportPolicy.valueOf(row.getString("policy")),
                Locale.forLanguageTag(row.getString("language")),
                State.valueOf(row.getString("state")),
                asked == null ? null : Asked.valueOf(asked),
                new Stamp(row.getString("created_by"), instant(row, "created_at")),
                new Pace(
                        row.getLong("checked_row"),
                        new LineStart(row.getLong("next_line"), row.getLong("next_byte")),
                        instant(row, "going_since"),
                        row.getLong("done_before"),
                        instant(row, "ended_at")),
                row.getString("undone_by"),
                row.getString("refusal"));
    }

    private FileLayout layout(ResultSet row) throws SQLException {
        return ImportJson.layout(cipher.decrypt(TABLE.place(LAYOUT, row.getLong("number")), row.getString(LAYOUT)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
