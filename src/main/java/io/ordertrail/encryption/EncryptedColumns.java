package io.ordertrail.encryption;

import java.util.List;
import java.util.Optional;

/** The columns of one table whose texts are encrypted. Each table with such columns has one component that says so. */
public interface EncryptedColumns {

    String table();

    /** The column of the primary key, which is a text. */
    String key();

    List<String> columns();

    /**
     * The column that is true for a row in which this one stays in the clear, such as the name of a company.
     *
     * @param column one of the encrypted ones
     */
    default Optional<String> clearWhere(String column) {
        return Optional.empty();
    }
}
