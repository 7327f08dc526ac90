package io.ordertrail.encryption;

import java.util.List;

/**
 * Encrypted columns of a table that is written by SQL.
 *
 * @param shortLived whether rows go by themselves before long
 */
public record EncryptedTable(String table, RowKey key, List<String> columns, boolean shortLived)
        implements EncryptedColumns {

    /** A table whose rows stay. */
    public static EncryptedTable kept(String table, RowKey key, String... columns) {
        return new EncryptedTable(table, key, List.of(columns), false);
    }

    /** A table whose rows are gone within days. */
    public static EncryptedTable shortLived(String table, RowKey key, String... columns) {
        return new EncryptedTable(table, key, List.of(columns), true);
    }

    @Override
    public boolean byEntity() {
        return false;
    }
}
