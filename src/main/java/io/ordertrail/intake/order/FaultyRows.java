package io.ordertrail.intake.order;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.intake.file.Row;

/** The rows of faulty orders as they came, with one more column that says why. Mended, the file can be sent again. */
public final class FaultyRows {

    /** Spreadsheet programs take a text for UTF-8 only where this stands first. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Writes the rows of faulty orders, each with what is wrong with it.
     *
     * @param orders are read one after the other
     */
    public static void write(FileLayout layout, Stream<FaultyOrder> orders, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        var header = ReasonColumn.without(layout.header());
        var width = header.size();
        try (var csv =
                CsvWriter.builder().fieldSeparator(layout.format().delimiter()).build(out)) {
            csv.writeRecord(with(header, width, ReasonColumn.name()));
            orders.forEach(order ->
                    order.rows().forEach(row -> csv.writeRecord(with(row.cells(), width, order.why(row.number())))));
        }
    }

    /** An order with its rows and what is wrong with them. */
    public record FaultyOrder(List<Row> rows, List<RowFault> faults) {

        String why(long row) {
            return faults.stream()
                    .filter(fault -> fault.row() == row)
                    .map(fault -> fault.column().isEmpty() ? fault.message() : fault.column() + ": " + fault.message())
                    .collect(Collectors.joining(" "));
        }
    }

    private static List<String> with(List<String> cells, int width, String last) {
        var row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        row.addAll(Collections.nCopies(width - row.size(), ""));
        row.add(last);
        return row;
    }

    private FaultyRows() {}
}
