package io.ordertrail.encryption;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Encrypts rows from before there was encryption, and those of former keys, with the primary key. Each row is changed in a
 * transaction of its own, and only if nobody has changed it meanwhile; how far the work is, is stored.
 */
@Service
class EncryptRows {

    static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EncryptRows.class);

    private final JdbcClient database;
    private final TransactionTemplate inTransaction;
    private final FieldCipher cipher;
    private final FieldKeyRing ring;
    private final EncryptionFills fills;

    EncryptRows(
            JdbcClient database,
            PlatformTransactionManager transactions,
            FieldCipher cipher,
            FieldKeyRing ring,
            EncryptionFills fills) {
        this.database = database;
        this.inTransaction = new TransactionTemplate(transactions);
        this.cipher = cipher;
        this.ring = ring;
        this.fills = fills;
    }

    private record Row(String key, Map<String, String> texts, Map<String, Boolean> clear) {}

    /**
     * Does the next rows of a table.
     *
     * @return whether there may be more
     */
    boolean next(EncryptedColumns table) {
        if (table.bySubject() || table.shortLived()) {
            return false;
        }
        var fill = fills.of(table.table(), ring.keys().primary());
        if (fill.done()) {
            return false;
        }
        var rows = inTransaction.execute(status -> following(table, fill.position()));
        var changed = rows.stream().filter(row -> encrypt(table, row)).count();
        var position =
                rows.isEmpty() ? fill.position() : rows.get(rows.size() - 1).key();
        var after = fill.at(position, changed, rows.size() < BATCH);
        fills.store(after);
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
        var flags = table.columns().stream()
                .flatMap(column -> table.clearWhere(column).stream())
                .distinct();
        var columns = Stream.concat(table.columns().stream(), flags).collect(Collectors.joining(", "));
        return database.sql("select %1$s, %2$s from %3$s where %1$s > :position order by %1$s limit %4$d"
                        .formatted(table.key(), columns, table.table(), BATCH))
                .param("position", position)
                .query((row, i) -> {
                    var texts = new HashMap<String, String>();
                    var clear = new HashMap<String, Boolean>();
                    for (var column : table.columns()) {
                        texts.put(column, row.getString(column));
                        var flag = table.clearWhere(column);
                        clear.put(column, flag.isPresent() && row.getBoolean(flag.get()));
                    }
                    return new Row(row.getString(table.key()), texts, clear);
                })
                .list();
    }

    /** A row that cannot be read stays as it is, and its key is not dropped; the others go on. */
    private boolean encrypt(EncryptedColumns table, Row row) {
        try {
            return encryptReadable(table, row);
        } catch (UnreadableField e) {
            LOG.error("A row is not encrypted with the primary key: {}", e.getMessage());
            return false;
        }
    }

    private boolean encryptReadable(EncryptedColumns table, Row row) {
        var wanted = new TreeMap<String, String>();
        row.texts().forEach((column, stored) -> {
            var text = wanted(
                    new Place(table.table(), table.boundTo(column), row.key()),
                    stored,
                    row.clear().get(column));
            if (!Objects.equals(text, stored)) {
                wanted.put(column, text);
            }
        });
        return !wanted.isEmpty() && Boolean.TRUE.equals(inTransaction.execute(status -> store(table, row, wanted)));
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
        var update = database.sql("update %s set %s where %s = :key and %s"
                        .formatted(
                                table.table(),
                                changes.collect(Collectors.joining(", ")),
                                table.key(),
                                unchanged.collect(Collectors.joining(" and "))))
                .param("key", row.key());
        for (var column : wanted.keySet()) {
            update = update.param("new_" + column, wanted.get(column))
                    .param("old_" + column, row.texts().get(column));
        }
        return update.update() > 0;
    }
}
