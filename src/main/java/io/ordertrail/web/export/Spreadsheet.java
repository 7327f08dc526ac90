package io.ordertrail.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes XLSX. Texts are cells of texts, so no program calculates them. */
final class Spreadsheet {

    private static final String APPLICATION = "Ordertrail";
    private static final String VERSION = "1.0";
    private static final int ROWS_IN_MEMORY = 500;
    /** A sheet can have no more rows. */
    private static final int MOST_ROWS = 1_048_576;

    static void write(ListFile list, OutputStream out) throws IOException {
        try (var book = new Workbook(out, APPLICATION, VERSION)) {
            var sheet = book.newWorksheet(list.name());
            write(sheet, 0, list.header());
            sheet.freezePane(0, 1);
            var rows = list.rows().limit(MOST_ROWS - 1).iterator();
            for (int at = 1; rows.hasNext(); at++) {
                write(sheet, at, rows.next());
            }
        }
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(sheet, row, column, cells.get(column));
        }
        if (row % ROWS_IN_MEMORY == 0) {
            flush(sheet);
        }
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spreadsheet() {}
}
