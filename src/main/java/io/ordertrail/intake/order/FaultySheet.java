package io.ordertrail.intake.order;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;

/**
 * The rows of faulty orders as a spreadsheet. A spreadsheet has numbers and days of its own, so those that the file says
 * in its own style become such; every other cell is the text that it was, and no program calculates it.
 */
public final class FaultySheet {

    private static final String APPLICATION = "Ordertrail";
    private static final String VERSION = "1.0";
    private static final String NAME = "Orders";
    private static final int ROWS_IN_MEMORY = 500;
    /** What a sheet holds at most. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;

    private final FileLayout layout;
    private final Worksheet sheet;
    private int next = 0;

    private FaultySheet(FileLayout layout, Worksheet sheet) {
        this.layout = layout;
        this.sheet = sheet;
    }

    /**
     * Writes the rows of faulty orders, each with what is wrong with it.
     *
     * @param orders are read one after the other
     */
    public static void write(FileLayout layout, Stream<FaultyOrder> orders, OutputStream out) throws IOException {
        try (var book = new Workbook(out, APPLICATION, VERSION)) {
            new FaultySheet(layout, book.newWorksheet(NAME)).write(orders);
        }
    }

    private void write(Stream<FaultyOrder> orders) {
        var header = ReasonColumn.without(layout.header());
        for (int place = 0; place < header.size(); place++) {
            sheet.value(0, place, header.get(place));
        }
        sheet.value(0, header.size(), ReasonColumn.name());
        sheet.freezePane(0, 1);
        orders.forEach(order -> order.rows().forEach(row -> write(order, row, header)));
    }

    private void write(FaultyOrder order, Row row, List<String> header) {
        if (++next >= MOST_ROWS) {
            return;
        }
        for (int place = 0; place < header.size(); place++) {
            write(place, row.cell(place));
        }
        sheet.value(next, header.size(), text(order.why(row.number())));
        if (next % ROWS_IN_MEMORY == 0) {
            flush();
        }
    }

    private void write(int place, String cell) {
        var value = layout.value(place, cell);
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
