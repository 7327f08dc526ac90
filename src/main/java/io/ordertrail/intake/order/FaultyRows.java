package io.ordertrail.intake.order;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Formulas;
import io.ordertrail.refusal.Sentence;

/**
 * The rows of faulty orders as they came, with one more column that says why, and no formula. Corrected, the file can be
 * sent again.
 */
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
        var header = layout.header();
        try (var csv =
                CsvWriter.builder().fieldSeparator(layout.format().delimiter()).build(out)) {
            csv.writeRecord(with(header, header, ReasonColumn.name()));
            orders.forEach(order ->
                    order.rows().forEach(row -> csv.writeRecord(with(row.cells(), header, order.why(row.number())))));
        }
    }

    /** An order with its rows and what is wrong with them. */
    public record FaultyOrder(List<Row> rows, List<RowFault> faults) {

        /** A sound row of a faulty order names the first row that is not. */
        String why(long row) {
            return faults.stream().anyMatch(fault -> fault.row() == row)
                    ? faults.stream()
                            .filter(fault -> fault.row() == row)
                            .map(FaultyOrder::text)
                            .collect(Collectors.joining(" "))
                    : faults.stream().findFirst().map(FaultyOrder::elsewhere).orElse("");
        }

        private static String elsewhere(RowFault fault) {
            return Sentence.of("import.fault.at.value", fault.row(), text(fault));
        }

        private static String text(RowFault fault) {
            return fault.column().isEmpty() ? fault.message() : fault.column() + ": " + fault.message();
        }
    }

    private static List<String> with(List<String> cells, List<String> header, String reason) {
        return ReasonColumn.with(cells, header, reason).stream()
                .map(Formulas::harmless)
                .toList();
    }

    private FaultyRows() {}
}
