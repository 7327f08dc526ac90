package io.ordertrail.intake.order;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;

/**
 * Faulty rows as a spreadsheet. A spreadsheet has numbers and days of its own, so those that the file says
 * in its own style become such; every other cell is the text that it was, and no program calculates it.
 */
public final class FaultySheet {

    private static final String APPLICATION = "Ordertrail";
    private static final String VERSION = "1.0";
    private static final String NAME = "Rows";
    private static final int ROWS_IN_MEMORY = 500;
    /** What a sheet holds at most. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;

    private final FileLayout layout;
    private final BiFunction<Integer, String, Object> values;
    private final Worksheet sheet;
    private int next = 0;

    private FaultySheet(FileLayout layout, BiFunction<Integer, String, Object> values, Worksheet sheet) {
        this.layout = layout;
        this.values = values;
        this.sheet = sheet;
    }

    /**
     * Writes the rows of faulty orders, each with what is wrong with it.
     *
     * @param orders are read one after the other
     */
    public static void write(FileLayout layout, Stream<FaultyOrder> orders, OutputStream out) throws IOException {
        write(layout, layout::value, orders, out);
    }

    /**
     * Writes faulty rows, each with what is wrong with it.
     *
     * @param values gives a cell, at its place, as the number or the day that it is read as; else as it is
     * @param rows are read one after the other
     */
    public static void write(
            FileLayout layout, BiFunction<Integer, String, Object> values, Stream<FaultyOrder> rows, OutputStream out)
            throws IOException {
        try (var book = new Workbook(out, APPLICATION, VERSION)) {
            new FaultySheet(layout, values, book.newWorksheet(NAME)).write(rows);
        }
    }

    private void write(Stream<FaultyOrder> orders) {
        var header = ReasonColumn.with(ReasonColumn.without(layout.header()), layout.header(), ReasonColumn.name());
        for (int place = 0; place < header.size(); place++) {
            sheet.value(0, place, header.get(place));
        }
        sheet.freezePane(0, 1);
        orders.forEach(order -> order.rows().forEach(row -> write(order, row)));
    }

    private void write(FaultyOrder order, Row row) {
        if (++next >= MOST_ROWS) {
            return;
        }
        var cells = ReasonColumn.with(row.cells(), layout.header(), order.why(row.number()));
        for (int place = 0; place < cells.size(); place++) {
            write(place, cells.get(place));
        }
        if (next % ROWS_IN_MEMORY == 0) {
            flush();
        }
    }

    private void write(int place, String cell) {
        var value = values.apply(place, cell);
        if (value instanceof BigDecimal number) {
            sheet.value(next, place, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(next, place, day);
            sheet.style(next, place).format("yyyy-mm-dd").set();
        } else if (!cell.isEmpty()) {
            sheet.value(next, place, text(cell));
        }
    }

    private static String text(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL - 1) + "…";
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
