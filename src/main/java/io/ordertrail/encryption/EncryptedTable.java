package io.ordertrail.encryption;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Encrypted columns of a table without further rules.
 *
 * @param byEntity whether Hibernate encrypts them; otherwise the code that writes the table by SQL does
 * @param shortLived whether rows go by themselves before long
 */
public record EncryptedTable(String table, RowKey key, List<String> columns, boolean byEntity, boolean shortLived)
        implements EncryptedColumns {

    /** A table that has an entity. */
    public static EncryptedTable ofEntity(String table, RowKey key, String... columns) {
        return new EncryptedTable(table, key, List.of(columns), true, false);
    }

    /** A table that is written by SQL. */
    public static EncryptedTable kept(String table, RowKey key, String... columns) {
        return new EncryptedTable(table, key, List.of(columns), false, false);
    }

    /** Where a text of a row is stored. */
    public Place place(String column, Object... rowKey) {
        return new Place(
                table, column, Stream.of(rowKey).map(String::valueOf).collect(Collectors.joining(RowKey.BETWEEN)));
    }

    /** A table that is written by SQL, and whose rows are gone within days. */
    public static EncryptedTable shortLived(String table, RowKey key, String... columns) {
        return new EncryptedTable(table, key, List.of(columns), false, true);
    }
}
