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
import io.ordertrail.refusal.Sentence;

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
        var width = width(layout.header());
        try (var csv =
                CsvWriter.builder().fieldSeparator(layout.format().delimiter()).build(out)) {
            csv.writeRecord(with(layout.header(), width, Sentence.of("import.why")));
            orders.forEach(order ->
                    order.rows().forEach(row -> csv.writeRecord(with(row.cells(), width, why(order, row.number())))));
        }
    }

    /** A file that was mended brings the column of the last time along. */
    private static int width(List<String> header) {
        var last = header.size() - 1;
        return header.get(last).equals(Sentence.of("import.why")) ? last : header.size();
    }

    /** An order with its rows and what is wrong with them. */
    public record FaultyOrder(List<Row> rows, List<RowFault> faults) {}

    private static String why(FaultyOrder order, long row) {
        return order.faults().stream()
                .filter(fault -> fault.row() == row)
                .map(fault -> fault.column().isEmpty() ? fault.message() : fault.column() + ": " + fault.message())
                .collect(Collectors.joining(" "));
    }

    private static List<String> with(List<String> cells, int width, String last) {
        var row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        row.addAll(Collections.nCopies(width - row.size(), ""));
        row.add(last);
        return row;
    }

    private FaultyRows() {}
}
