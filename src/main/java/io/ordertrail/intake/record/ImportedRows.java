package io.ordertrail.intake.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.record.ImportedRow.State;

/** The rows of all imports of records. A row is saved by one conditional update, so once. */
@Component
@Transactional
public class ImportedRows {

    private static final int LONGEST_CODE = 100;

    private static final String CELLS = "cells";
    private static final String FAULTS = "faults";
    private static final String DIFFERENCES = "differences";
    private static final EncryptedTable TABLE = EncryptedTable.kept(
            "record_import_row",
            RowKey.number("import_number").then(RowKey.number("row_no")),
            CELLS,
            FAULTS,
            DIFFERENCES);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final FieldCipher cipher;

    ImportedRows(JdbcClient database, JdbcTemplate batches, FieldCipher cipher) {
        this.database = database;
        this.batches = batches;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        /** Rows tell who customers are; a fault and a difference may repeat a cell. */
        @Bean
        static EncryptedColumns rowsOfRecords() {
            return TABLE;
        }
    }

    void add(long number, List<RecordVerdict> some) {
        batches.batchUpdate(
                "insert into record_import_row (import_number, row_no, code, state, saved, waits, cells, faults,"
                        + " differences) values (?, ?, ?, ?, false, ?, ?, ?, ?)",
                some,
                some.size(),
                (row, found) -> {
                    var isSound = found.faults().isEmpty();
                    var at = found.row().number();
                    row.setLong(1, number);
                    row.setLong(2, at);
                    row.setString(
                            3,
                            found.code()
                                    .substring(
                                            0,
                                            Math.min(LONGEST_CODE, found.code().length())));
                    row.setString(4, found.state().name());
                    row.setBoolean(5, isSound && !found.waiting().isEmpty());
                    row.setString(
                            6,
                            encrypted(
                                    CELLS,
                                    number,
                                    at,
                                    RecordJson.text(found.row().cells())));
                    row.setString(7, isSound ? null : encrypted(FAULTS, number, at, RecordJson.text(found.faults())));
                    row.setString(
                            8,
                            found.changes().isEmpty()
                                    ? null
                                    : encrypted(DIFFERENCES, number, at, RecordJson.text(found.changes())));
                });
    }

    void deleteAll(long number) {
        of("delete from record_import_row where import_number = :number", number)
                .update();
    }

    /** Rows in a state from a row on, in the sequence of the file. */
    @Transactional(readOnly = true)
    public List<ImportedRow> in(long number, State state, long from, int limit) {
        return of("""
            select * from record_import_row where import_number = :number and state = :state and row_no >= :from
            order by row_no limit :limit\
            """, number)
                .param("state", state.name())
                .param("from", from)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The first rows of the file. */
    @Transactional(readOnly = true)
    public List<ImportedRow> first(long number, int limit) {
        return of("select * from record_import_row where import_number = :number order by row_no limit :limit", number)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The next rows that are to be saved. */
    @Transactional(readOnly = true)
    List<ImportedRow> toSave(long number, int limit) {
        return of("""
            select * from record_import_row
            where import_number = :number and state in ('NEW', 'CHANGED') and saved = false
            order by row_no limit :limit\
            """, number).param("limit", limit).query(this::read).list();
    }

    @Transactional(readOnly = true)
    public RecordCounts counts(long number) {
        var found = new EnumMap<State, Long>(State.class);
        var saved = new long[2];
        of("""
            select state, saved, waits, count(*) as amount from record_import_row where import_number = :number
            group by state, saved, waits\
            """, number).query(row -> {
            var amount = row.getLong("amount");
            found.merge(State.valueOf(row.getString("state")), amount, Long::sum);
            if (row.getBoolean("saved")) {
                saved[0] += amount;
                saved[1] += row.getBoolean("waits") ? amount : 0;
            }
        });
        return new RecordCounts(found, saved[0], saved[1]);
    }

    /** Notes that a row is saved; returns false when another run has saved it. */
    boolean saved(long number, long row, String result) {
        return of("""
            update record_import_row set saved = true, result = :result
            where import_number = :number and row_no = :row and saved = false\
            """, number).param("row", row).param("result", result).update() == 1;
    }

    void failed(long number, long row, List<RowFault> faults) {
        of("""
            update record_import_row set state = 'FAULTY', waits = false, faults = :faults
            where import_number = :number and row_no = :row and saved = false\
            """, number)
                .param("row", row)
                .param(FAULTS, encrypted(FAULTS, number, row, RecordJson.text(faults)))
                .update();
    }

    /** Deletes what rows say, for imports that ended before a time; the trail keeps what they changed. */
    int forget(LocalDateTime before) {
        return database.sql("""
            update record_import_row set cells = null, faults = null, differences = null
            where cells is not null and import_number in (select number from record_import where ended_at < :before)\
            """).param("before", before).update();
    }

    private JdbcClient.StatementSpec of(String sql, long number) {
        return database.sql(sql).param("number", number);
    }

    private String encrypted(String column, long number, long row, String text) {
        return cipher.encrypt(TABLE.place(column, number, row), text);
    }

    private String decrypted(String column, ResultSet row) throws SQLException {
        return cipher.decrypt(
                TABLE.place(column, row.getLong("import_number"), row.getLong("row_no")), row.getString(column));
    }

    private ImportedRow read(ResultSet row, int index) throws SQLException {
        return new ImportedRow(
                row.getString("code"),
                State.valueOf(row.getString("state")),
                row.getBoolean("saved"),
                row.getBoolean("waits"),
                new Row(row.getLong("row_no"), RecordJson.cells(decrypted(CELLS, row))),
                RecordJson.faults(decrypted(FAULTS, row)),
                RecordJson.differences(decrypted(DIFFERENCES, row)));
    }
}
