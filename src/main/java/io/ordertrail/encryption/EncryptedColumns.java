package io.ordertrail.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The columns of one table whose texts are encrypted. Each table with such columns has one component that says so. */
public interface EncryptedColumns {

    String table();

    RowKey key();

    List<String> columns();

    /** The column to which the texts of this one are bound: itself, unless texts move between columns of a row. */
    default String boundTo(String column) {
        return column;
    }

    /** Tells whether Hibernate encrypts the texts with the entity; otherwise the code that writes the table does. */
    default boolean byEntity() {
        return true;
    }

    /** Tells whether rows go by themselves before long: they are not encrypted again, and a former key waits for their end. */
    default boolean shortLived() {
        return false;
    }

    /** Tells whether rows are only ever added, so that each has a key of its record and never the one of the key ring. */
    default boolean bySubject() {
        return false;
    }

    /** Tells whether not even rows from before there was encryption are changed. */
    default boolean neverChanged() {
        return false;
    }

    /**
     * The record whose key encrypts the texts of a row, in a table of that kind.
     *
     * @param row the texts of the row by their columns
     * @return empty for a row whose texts are not personal
     */
    default Optional<String> subject(UnaryOperator<String> row) {
        return Optional.empty();
    }

    /** The same for a row that a query has found. */
    default Optional<String> subject(ResultSet row) {
        return subject(column -> {
            try {
                return row.getString(column);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * The column that is true for a row in which this one stays in the clear, such as the name of a company.
     *
     * @param column one of the encrypted ones
     */
    default Optional<String> clearWhere(String column) {
        return Optional.empty();
    }
}
