package io.ordertrail.intake.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.intake.order.CheckFile.Part;
import io.ordertrail.intake.order.FileOrder;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** The orders of imported files. What becomes of an order is one conditional update, so it happens once. */
@Component
@Transactional
public class ImportedOrders {

    private static final int LONGEST_REFERENCE = 100;
    private static final String ALL = "select * from order_import_entry where import_number = :number ";
    private static final String ADD = """
        insert into order_import_entry (import_number, first_row, reference, state, file_rows, faults, order_number)
        values (:number, :row, :reference, :state, :rows, :faults, :order)\
        """;

    private static final String ROWS = "file_rows";
    private static final String FAULTS = "faults";
    private static final EncryptedTable TABLE = EncryptedTable.kept(
            "order_import_entry", RowKey.number("import_number").then(RowKey.number("first_row")), ROWS, FAULTS);

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batches;
    private final CellCorrections corrections;
    private final FieldCipher cipher;

    ImportedOrders(
            JdbcClient database, NamedParameterJdbcTemplate batches, CellCorrections corrections, FieldCipher cipher) {
        this.database = database;
        this.batches = batches;
        this.corrections = corrections;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        /** Rows tell to whom orders are sent; a fault may repeat a cell. */
        @Bean
        static EncryptedColumns rowsOfOrders() {
            return TABLE;
        }
    }

    void add(ImportNumber number, List<FileOrder> found) {
        batches.batchUpdate(
                ADD,
                found.stream()
                        .map(order -> parameters(number, firstRow(order), order))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Stores what another check of an order found, unless it was entered meanwhile. */
    void replace(ImportNumber number, long row, FileOrder found) {
        batches.update("""
            update order_import_entry set reference = :reference, state = :state, file_rows = :rows,
              faults = :faults, order_number = :order
            where import_number = :number and first_row = :row and state in ('NEW', 'KNOWN', 'FAULTY')\
            """, parameters(number, row, found));
    }

    private MapSqlParameterSource parameters(ImportNumber number, long row, FileOrder order) {
        return new MapSqlParameterSource("number", number.value())
                .addValue("row", row)
                .addValue("reference", limited(order.reference()))
                .addValue("state", order.state().name())
                .addValue(
                        "rows",
                        order.state() == FileOrder.State.KNOWN
                                ? null
                                : encrypted(ROWS, number, row, ImportJson.text(order.rows())))
                .addValue(
                        "faults",
                        order.faults().isEmpty()
                                ? null
                                : encrypted(FAULTS, number, row, ImportJson.text(order.faults())))
                .addValue("order", order.known() == null ? null : order.known().value());
    }

    private static long firstRow(FileOrder order) {
        return order.rows().get(0).number();
    }

    private static String limited(String reference) {
        return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE));
    }

    /**
     * Returns an order that a person may correct, as they saw it.
     *
     * @throws Refusal when somebody else has changed it since
     */
    ImportedOrder correctable(ImportNumber number, long row, int version) {
        return find(number, row)
                .filter(order -> order.state() == State.FAULTY && order.version() == version)
                .orElseThrow(() -> changed(row));
    }

    /**
     * Counts a correction of an order.
     *
     * @throws Refusal when somebody else has changed it since
     */
    void correct(ImportNumber number, long row, int version) {
        var counted =
                of("""
                    update order_import_entry set version = version + 1
                    where import_number = :number and first_row = :row and version = :version and state = 'FAULTY'\
                    """, number).param("row", row).param("version", version).update();
        if (counted != 1) {
            throw changed(row);
        }
    }

    private static Refusal changed(long row) {
        return new Refusal(Refusal.Kind.STALE, "import.correct.stale", row);
    }

    /** Tells whether two orders of the file have one of these references: only a check of the whole file tells which counts. */
    boolean anyTwice(ImportNumber number, Set<String> references) {
        return !references.isEmpty()
                && !of("""
                    select reference from order_import_entry where import_number = :number and reference in (:references)
                    group by reference having count(*) > 1\
                    """, number)
                        .param("references", references)
                        .query(String.class)
                        .list()
                        .isEmpty();
    }

    /** The part of the file that follows what is checked already. */
    @Transactional(readOnly = true)
    public Part next(OrderImport found, int most) {
        return new Part(
                found.pace().next(),
                found.pace().checkedRow(),
                most,
                some -> known(found.number(), some),
                corrections.of(found.number()));
    }

    private Set<String> known(ImportNumber number, Set<String> references) {
        return references.isEmpty()
                ? Set.of()
                : of("""
                    select reference from order_import_entry
                    where import_number = :number and reference in (:references)\
                    """, number)
                        .param("references", references)
                        .query(String.class)
                        .set();
    }

    /** Another encoding or delimiter makes other cells. */
    void forgetCorrections(ImportNumber number) {
        corrections.delete(number);
    }

    void deleteAll(ImportNumber number) {
        of("delete from order_import_entry where import_number = :number", number)
                .update();
    }

    /** How many orders are in each state. */
    @Transactional(readOnly = true)
    public ImportCounts counts(ImportNumber number) {
        var counts = new EnumMap<State, Long>(State.class);
        of(
                        "select state, count(*) as orders from order_import_entry where import_number = :number group"
                                + " by state",
                        number)
                .query((row, index) -> counts.put(State.valueOf(row.getString("state")), row.getLong("orders")))
                .list();
        return new ImportCounts(Map.copyOf(counts));
    }

    /** Orders of a state in the sequence of the file, those from a row on. */
    @Transactional(readOnly = true)
    public List<ImportedOrder> in(ImportNumber number, State state, long from, int limit) {
        return of(ALL + "and state = :state and first_row >= :from order by first_row limit :limit", number)
                .param("state", state.name())
                .param("from", from)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Imports that still have rows of their files. */
    @Transactional(readOnly = true)
    List<ImportNumber> importsWithRows() {
        return database.sql("select distinct import_number from order_import_entry where file_rows is not null")
                .query((row, index) -> new ImportNumber(row.getLong("import_number")))
                .list();
    }

    /** Orders whose rows are still there, in the sequence of the file, those from a row on. */
    @Transactional(readOnly = true)
    List<ImportedOrder> withRows(ImportNumber number, long from, int limit) {
        return of(ALL + "and file_rows is not null and first_row >= :from order by first_row limit :limit", number)
                .param("from", from)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Removes an order as if it had never been in the file. */
    void remove(ImportNumber number, ImportedOrder order) {
        corrections.delete(number, order.rows());
        of("delete from order_import_entry where import_number = :number and first_row = :row", number)
                .param("row", order.firstRow())
                .update();
    }

    /** The first orders of the file, whatever became of them. */
    @Transactional(readOnly = true)
    public List<ImportedOrder> first(ImportNumber number, int limit) {
        return of(ALL + "order by first_row limit :limit", number)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ImportedOrder> find(ImportNumber number, long row) {
        return of(ALL + "and first_row = :row", number)
                .param("row", row)
                .query(this::read)
                .optional();
    }

    /** The row of the first faulty order; empty when none is faulty. */
    @Transactional(readOnly = true)
    public Optional<Long> firstFaulty(ImportNumber number) {
        return in(number, State.FAULTY, 0, 1).stream()
                .map(ImportedOrder::firstRow)
                .findFirst();
    }

    /**
     * Notes in the transaction of the entry that an order is entered.
     *
     * @throws AlreadyEntered when another run has entered it; the entry is then undone
     */
    OrderNumber entered(ImportNumber number, long row, OrderNumber order) {
        var noted =
                of("""
                    update order_import_entry set state = 'ENTERED', order_number = :order, file_rows = null, faults = null
                    where import_number = :number and first_row = :row and state = 'NEW'\
                    """, number).param("row", row).param("order", order.value()).update();
        if (noted != 1) {
            throw new AlreadyEntered(number, row);
        }
        return order;
    }

    void failed(ImportNumber number, long row, List<RowFault> faults) {
        of("""
            update order_import_entry set state = 'FAULTY', faults = :faults
            where import_number = :number and first_row = :row and state = 'NEW'\
            """, number)
                .param("row", row)
                .param("faults", encrypted(FAULTS, number, row, ImportJson.text(faults)))
                .update();
    }

    void move(ImportNumber number, long row, State from, State to) {
        of("""
            update order_import_entry set state = :to
            where import_number = :number and first_row = :row and state = :from\
            """, number)
                .param("row", row)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    /** Deletes what is left of the files of imports that ended before: names and addresses are kept no longer than needed. */
    int forget(LocalDateTime endedBefore) {
        corrections.forget(endedBefore);
        return database.sql("""
            update order_import_entry set file_rows = null, faults = null where file_rows is not null
            and import_number in (select number from order_import where ended_at < :before)\
            """).param("before", endedBefore).update();
    }

    private JdbcClient.StatementSpec of(String sql, ImportNumber number) {
        return database.sql(sql).param("number", number.value());
    }

    private String encrypted(String column, ImportNumber number, long row, String text) {
        return cipher.encrypt(TABLE.place(column, number.value(), row), text);
    }

    private String decrypted(String column, ResultSet row) throws SQLException {
        return cipher.decrypt(
                TABLE.place(column, row.getLong("import_number"), row.getLong("first_row")), row.getString(column));
    }

    private ImportedOrder read(ResultSet row, int index) throws SQLException {
        return new ImportedOrder(
                row.getLong("first_row"),
                row.getString("reference"),
                State.valueOf(row.getString("state")),
                ImportJson.rows(decrypted(ROWS, row)),
                ImportJson.faults(decrypted(FAULTS, row)),
                row.getString("order_number"),
                row.getInt("version"));
    }
}
