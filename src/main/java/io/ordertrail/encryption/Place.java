package io.ordertrail.encryption;

import java.nio.charset.StandardCharsets;

/**
 * Where a text is stored. What was encrypted for one place is not readable in another.
 *
 * @param row the primary key, as text
 */
public record Place(String table, String column, String row) {

    byte[] bound() {
        return (table + "." + column + ":" + row).getBytes(StandardCharsets.UTF_8);
    }
}
