package io.ordertrail.intake.file;

import java.util.List;
import java.util.stream.Stream;

/**
 * The header of a file and the rows below it, read while they are asked for. Close it.
 *
 * @param header names of the columns, without blanks at their ends
 * @param rows without those that are blank
 */
public record Table(List<String> header, Stream<Row> rows) implements AutoCloseable {

    @Override
    public void close() {
        rows.close();
    }
}
