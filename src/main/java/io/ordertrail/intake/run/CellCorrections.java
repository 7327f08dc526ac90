package io.ordertrail.intake.run;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.CorrectedCells;

/** The cells that people corrected. Each correction is in the trail of changes. */
@Component
@Transactional
class CellCorrections {

    private static final String CELL = "cell";
    private static final EncryptedTable TABLE = EncryptedTable.kept(
            "order_import_correction",
            RowKey.number("import_number")
                    .then(RowKey.number("row_number_in_file"))
                    .then(RowKey.number("place")),
            CELL);

    private final JdbcClient database;
    private final ChangeLog log;
    private final Actor actor;
    private final FieldCipher cipher;

    CellCorrections(JdbcClient database, ChangeLog log, Actor actor, FieldCipher cipher) {
        this.database = database;
        this.log = log;
        this.actor = actor;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        /** A corrected cell is a name or a street as often as a number. */
        @Bean
        static EncryptedColumns correctedCells() {
            return TABLE;
        }
    }

    /**
     * A corrected cell.
     *
     * @param place of its column, which begins with 0
     * @param field that the column holds
     */
    record Correction(long row, int place, String field, String former, String cell) {

        /** An input of a page has no line breaks. */
        boolean changes() {
            return !cell.equals(former.replaceAll("[\r\n]", ""));
        }

        static CorrectedCells cells(List<Correction> corrections) {
            return new CorrectedCells(corrections.stream()
                    .collect(Collectors.groupingBy(
                            Correction::row, Collectors.toMap(Correction::place, Correction::cell))));
        }
    }

    void add(ImportNumber number, List<Correction> corrections) {
        corrections.forEach(correction -> {
            statement(
                            "delete from order_import_correction where import_number = :number and row_number_in_file ="
                                    + " :row and place = :place",
                            number,
                            correction)
                    .update();
            statement(
                            "insert into order_import_correction (import_number, row_number_in_file, place, cell)"
                                    + " values (:number, :row, :place, :cell)",
                            number,
                            correction)
                    .param(CELL, cipher.encrypt(place(number, correction.row(), correction.place()), correction.cell()))
                    .update();
        });
        log.record(
                actor.stamp(),
                new Subject(Subject.Kind.IMPORT, number.toString()),
                Act.CHANGED,
                corrections.stream().map(CellCorrections::difference).toList());
    }

    private JdbcClient.StatementSpec statement(String sql, ImportNumber number, Correction correction) {
        return database.sql(sql)
                .param("number", number.value())
                .param("row", correction.row())
                .param("place", correction.place());
    }

    private static Place place(ImportNumber number, long row, int place) {
        return TABLE.place(CELL, number.value(), row, place);
    }

    private static Difference difference(Correction correction) {
        return new Difference(
                String.valueOf(correction.row()), correction.field(), correction.former(), correction.cell());
    }

    @Transactional(readOnly = true)
    public CorrectedCells of(ImportNumber number) {
        var rows = new HashMap<Long, Map<Integer, String>>();
        database.sql("select row_number_in_file, place, cell from order_import_correction"
                        + " where import_number = :number")
                .param("number", number.value())
                .query((row, index) -> rows.computeIfAbsent(row.getLong("row_number_in_file"), cells -> new HashMap<>())
                        .put(
                                row.getInt("place"),
                                cipher.decrypt(
                                        place(number, row.getLong("row_number_in_file"), row.getInt("place")),
                                        row.getString(CELL))))
                .list();
        return new CorrectedCells(rows);
    }

    void delete(ImportNumber number) {
        database.sql("delete from order_import_correction where import_number = :number")
                .param("number", number.value())
                .update();
    }

    void delete(ImportNumber number, List<Row> rows) {
        database.sql("delete from order_import_correction where import_number = :number and row_number_in_file in"
                        + " (:rows)")
                .param("number", number.value())
                .param("rows", rows.stream().map(Row::number).toList())
                .update();
    }

    /** Deletes those of imports that ended before. */
    void forget(LocalDateTime endedBefore) {
        database.sql("delete from order_import_correction where import_number in (select number from order_import"
                        + " where ended_at < :before)")
                .param("before", endedBefore)
                .update();
    }
}
