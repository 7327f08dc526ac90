package io.ordertrail.encryption;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the rows of all tables have been encrypted. A new primary key begins from the start. */
@Component
@Transactional
class EncryptionFills {

    private final JdbcClient database;

    EncryptionFills(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public EncryptionFill of(String table, String key) {
        return all().stream()
                .filter(fill -> fill.table().equals(table) && fill.key().equals(key))
                .findFirst()
                .orElse(EncryptionFill.start(table, key));
    }

    @Transactional(readOnly = true)
    public List<EncryptionFill> all() {
        return database.sql(
                        "select table_name, key_id, position, changed, done from encryption_fill order by table_name")
                .query((row, i) -> new EncryptionFill(
                        row.getString("table_name"),
                        row.getString("key_id"),
                        row.getString("position"),
                        row.getLong("changed"),
                        row.getBoolean("done")))
                .list();
    }

    public void store(EncryptionFill fill) {
        if (write(
                        "update encryption_fill set key_id = :key, position = :position, changed = :changed, done = :done where table_name = :table",
                        fill)
                == 0) {
            write(
                    "insert into encryption_fill (table_name, key_id, position, changed, done) values (:table, :key, :position, :changed, :done)",
                    fill);
        }
    }

    private int write(String sql, EncryptionFill fill) {
        return database.sql(sql)
                .param("table", fill.table())
                .param("key", fill.key())
                .param("position", fill.position())
                .param("changed", fill.changed())
                .param("done", fill.done())
                .update();
    }
}
