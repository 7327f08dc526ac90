package io.ordertrail.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts rows from before there was encryption, and those of former keys, with the primary key or the key of their record.
 * Each row is changed in a transaction of its own, and only if nobody has changed it meanwhile; how far the work is, is
 * stored.
 */
@Service
class EncryptRows {

    static final int BATCH = 100;

    /** Instead of the id of a key, for tables whose rows have keys of their records. */
    static final String BY_SUBJECT = "record";

    private static final Logger LOG = LoggerFactory.getLogger(EncryptRows.class);

    private final JdbcClient database;
    private final TransactionTemplate inTransaction;
    private final FieldCipher cipher;
    private final SubjectKeys subjects;
    private final EncryptionFills fills;

    EncryptRows(
            JdbcClient database,
            PlatformTransactionManager transactions,
            FieldCipher cipher,
            SubjectKeys subjects,
            EncryptionFills fills) {
        this.database = database;
        this.inTransaction = new TransactionTemplate(transactions);
        this.cipher = cipher;
        this.subjects = subjects;
        this.fills = fills;
    }

    /**
     * What is stored in a row.
     *
     * @param clear for each column, whether it stays in the clear
     * @param subject the record whose key encrypts the row, in a table of that kind
     */
    private record Row(String key, Map<String, String> texts, Map<String, Boolean> clear, Optional<String> subject) {}

    /**
     * Does the next rows of a table.
     *
     * @return whether there may be more
     */
    boolean next(EncryptedColumns table) {
        if (table.neverChanged() || table.shortLived()) {
            return false;
        }
        var fill = fills.of(table.table(), table.bySubject() ? BY_SUBJECT : cipher.primary());
        if (fill.done()) {
            return false;
        }
        var rows = inTransaction.execute(status -> following(table, fill.position()));
        var changed = rows.stream().filter(row -> encrypt(table, row)).count();
        var position =
                rows.isEmpty() ? fill.position() : rows.get(rows.size() - 1).key();
        var after = fills.store(fill, position, rows.size(), changed, rows.size() < BATCH);
        if (after.done() && after.changed() > 0) {
            LOG.info(
                    "All rows of {} are encrypted with key {}: {} were changed",
                    after.table(),
                    after.key(),
                    after.changed());
        }
        return !after.done();
    }

    private List<Row> following(EncryptedColumns table, String position) {
        return database.sql("select %s from %s where %s order by %s limit %d"
                        .formatted(
                                columns(table),
                                table.table(),
                                table.key().after(),
                                table.key().names(),
                                BATCH))
                .params(table.key().values(position))
                .query((row, i) -> read(table, row))
                .list();
    }

    /** Which texts of a row are personal may depend on any other column, and such rows are short. */
    private static String columns(EncryptedColumns table) {
        var flags = table.columns().stream()
                .flatMap(column -> table.clearWhere(column).stream())
                .distinct();
        return table.bySubject()
                ? "*"
                : Stream.of(Stream.of(table.key().names()), table.columns().stream(), flags)
                        .flatMap(part -> part)
                        .collect(Collectors.joining(", "));
    }

    private static Row read(EncryptedColumns table, ResultSet row) throws SQLException {
        var texts = new HashMap<String, String>();
        var clear = new HashMap<String, Boolean>();
        for (var column : table.columns()) {
            texts.put(column, row.getString(column));
            var flag = table.clearWhere(column);
            clear.put(column, flag.isPresent() && row.getBoolean(flag.get()));
        }
        return new Row(table.key().of(row), texts, clear, table.subject(row));
    }

    /** A row that cannot be read stays as it is, and its key is not dropped; the others go on. */
    private boolean encrypt(EncryptedColumns table, Row row) {
        try {
            return Boolean.TRUE.equals(inTransaction.execute(status -> encryptReadable(table, row)));
        } catch (UnreadableField e) {
            LOG.error("A row is not encrypted with the primary key: {}", e.getMessage());
            return false;
        }
    }

    private boolean encryptReadable(EncryptedColumns table, Row row) {
        var wanted = new TreeMap<String, String>();
        row.texts().forEach((column, stored) -> {
            var place = new Place(table.table(), table.boundTo(column), row.key());
            var text = table.bySubject()
                    ? wanted(place, stored, row.subject())
                    : wanted(place, stored, row.clear().get(column));
            if (!Objects.equals(text, stored)) {
                wanted.put(column, text);
            }
        });
        return !wanted.isEmpty() && store(table, row, wanted);
    }

    private String wanted(Place place, String stored, Optional<String> subject) {
        return stored == null || subject.isEmpty() || SubjectKeys.isEncrypted(stored)
                ? stored
                : subjects.encrypt(subject.get(), place, stored);
    }

    private String wanted(Place place, String stored, boolean clear) {
        if (clear) {
            return FieldCipher.isEncrypted(stored) && !cipher.isCurrent(stored)
                    ? cipher.clear(place, cipher.decrypt(place, stored))
                    : stored;
        }
        return cipher.isCurrent(stored) ? stored : cipher.encrypt(place, cipher.decrypt(place, stored));
    }

    private boolean store(EncryptedColumns table, Row row, Map<String, String> wanted) {
        var changes = wanted.keySet().stream().map(column -> column + " = :new_" + column);
        var unchanged = wanted.keySet().stream().map(column -> column + " = :old_" + column);
        var update = database.sql("update %s set %s where %s and %s"
                        .formatted(
                                table.table(),
                                changes.collect(Collectors.joining(", ")),
                                table.key().same(),
                                unchanged.collect(Collectors.joining(" and "))))
                .params(table.key().values(row.key()));
        for (var column : wanted.keySet()) {
            update = update.param("new_" + column, wanted.get(column))
                    .param("old_" + column, row.texts().get(column));
        }
        return update.update() > 0;
    }
}
