package io.ordertrail.intake.order;

/**
 * A fault of a file.
 *
 * @param row its number in the file
 * @param column the name of the column; empty when no column holds the field
 * @param value the cell as it is
 * @param message what is wrong, what is expected and what to do
 */
public record RowFault(long row, String column, String value, String message) {}
