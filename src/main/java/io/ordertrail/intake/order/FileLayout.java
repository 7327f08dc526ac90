package io.ordertrail.intake.order;

import java.util.List;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Blanks;

/**
 * How to understand the rows of a file.
 *
 * @param source where the file comes from; the channel of its orders
 */
public record FileLayout(String source, FileFormat format, List<String> header, Mapping mapping, ValueStyle style) {

    boolean isText() {
        return format.kind() == FileFormat.Kind.TEXT;
    }

    /** The text of a cell; empty when no column holds the field. */
    String text(Row row, OrderField field) {
        return mapping.column(field).map(row::cell).map(Blanks::trimmed).orElse("");
    }

    RowFault fault(Row row, OrderField field, String message) {
        var column = mapping.column(field);
        return new RowFault(
                row.number(),
                column.map(header::get).orElse(""),
                column.map(row::cell).orElse(""),
                message);
    }
}
