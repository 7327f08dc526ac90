package io.ordertrail.encryption;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which keys what is stored still needs. */
@Service
@Transactional
class KeyUse {

    private final JdbcClient database;
    private final List<EncryptedColumns> tables;

    KeyUse(JdbcClient database, List<EncryptedColumns> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** How many rows have a text of this key. */
    @Transactional(readOnly = true)
    public long rows(String key) {
        return tables.stream()
                .filter(table -> !table.bySubject())
                .mapToLong(table -> rows(table, key))
                .sum();
    }

    private long rows(EncryptedColumns table, String key) {
        var conditions = table.columns().stream()
                .map(column -> column + " like :beginning")
                .collect(Collectors.joining(" or "));
        return database.sql("select count(*) from " + table.table() + " where " + conditions)
                .param("beginning", FieldCipher.prefix(key) + "%")
                .query(Long.class)
                .single();
    }

    /** How many rows of a table come after this one. */
    @Transactional(readOnly = true)
    public long after(EncryptedColumns table, String position) {
        return database.sql("select count(*) from " + table.table() + " where "
                        + table.key().after())
                .params(table.key().values(position))
                .query(Long.class)
                .single();
    }

    /** Forgets a key that nothing needs. */
    public void forget(String key) {
        database.sql("delete from encryption_key where id = :id")
                .param("id", key)
                .update();
    }

    /** Lets the background job go through all rows again. */
    public void startAgain() {
        database.sql("update encryption_fill set position = '', seen = 0, done = false, started_at = went_at")
                .update();
    }
}
