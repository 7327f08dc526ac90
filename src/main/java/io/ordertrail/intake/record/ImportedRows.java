package io.ordertrail.intake.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.record.ImportedRow.State;

/** The rows of all imports of records. A row is saved by one conditional update, so once. */
@Component
@Transactional
public class ImportedRows {

    private static final int LONGEST_CODE = 100;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ImportedRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    void add(long number, List<RecordVerdict> some) {
        batches.batchUpdate(
                "insert into record_import_row (import_number, row_no, code, state, saved, waits, cells, faults,"
                        + " differences) values (?, ?, ?, ?, false, ?, ?, ?, ?)",
                some,
                some.size(),
                (row, found) -> {
                    var isSound = found.faults().isEmpty();
                    row.setLong(1, number);
                    row.setLong(2, found.row().number());
                    row.setString(
                            3,
                            found.code()
                                    .substring(
                                            0,
                                            Math.min(LONGEST_CODE, found.code().length())));
                    row.setString(4, found.state().name());
                    row.setBoolean(5, isSound && !found.waiting().isEmpty());
                    row.setString(6, RecordJson.text(found.row().cells()));
                    row.setString(7, isSound ? null : RecordJson.text(found.faults()));
                    row.setString(8, found.changes().isEmpty() ? null : RecordJson.text(found.changes()));
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
                .query(ImportedRows::read)
                .list();
    }

    /** The first rows of the file. */
    @Transactional(readOnly = true)
    public List<ImportedRow> first(long number, int limit) {
        return of("select * from record_import_row where import_number = :number order by row_no limit :limit", number)
                .param("limit", limit)
                .query(ImportedRows::read)
                .list();
    }

    /** The next rows that are to be saved. */
    @Transactional(readOnly = true)
    List<ImportedRow> toSave(long number, int limit) {
        return of("""
            select * from record_import_row
            where import_number = :number and state in ('NEW', 'CHANGED') and saved = false
            order by row_no limit :limit\
            """, number).param("limit", limit).query(ImportedRows::read).list();
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
                .param("faults", RecordJson.text(faults))
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

    private static ImportedRow read(ResultSet row, int index) throws SQLException {
        return new ImportedRow(
                row.getString("code"),
                State.valueOf(row.getString("state")),
                row.getBoolean("saved"),
                row.getBoolean("waits"),
                new Row(row.getLong("row_no"), RecordJson.cells(row.getString("cells"))),
                RecordJson.faults(row.getString("faults")),
                RecordJson.differences(row.getString("differences")));
    }
}
