package io.ordertrail.intake.order;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.refusal.Sentence;

/** The rows of faulty orders as they came, with one more column that says why. Mended, the file can be sent again. */
public final class FaultyRows {

    /** Spreadsheet programs take a text for UTF-8 only where this stands first. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public static String csv(FileImport done) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        var width = done.layout().header().size();
        try (var csv = CsvWriter.builder()
                .fieldSeparator(done.layout().format().delimiter())
                .build(text)) {
            csv.writeRecord(with(done.layout().header(), width, Sentence.of("import.why")));
            done.orders().stream()
                    .filter(order -> order.state() == FileOrder.State.FAULTY)
                    .forEach(order -> order.rows()
                            .forEach(row -> csv.writeRecord(with(row.cells(), width, why(order, row.number())))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String why(FileOrder order, long row) {
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
