package io.ordertrail.web.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.figure.Row;
import io.ordertrail.web.export.Formulas;

/** Writes a report as a file with the same rows and columns as its page, the figures as numbers. */
final class ReportFile {

    /** Spreadsheet programs take a text for UTF-8 only where this stands first. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String APPLICATION = "Ordertrail";
    private static final String VERSION = "1.0";
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int ROWS_IN_MEMORY = 1000;

    private final ReportTable table;
    private final ReportTexts texts;

    ReportFile(ReportTable table, ReportTexts texts) {
        this.table = table;
        this.texts = texts;
    }

    void csv(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(header());
            for (int at = 0; at < table.rows().size(); at++) {
                var cells = new ArrayList<String>();
                cells.add(Formulas.harmless(label(at)));
                figures(at).forEach(figure -> cells.add(figure == null ? "" : figure.toPlainString()));
                csv.writeRecord(cells);
            }
        }
    }

    void xlsx(OutputStream out) throws IOException {
        try (var book = new Workbook(out, APPLICATION, VERSION)) {
            var name = ReportTexts.title(table.report().name());
            var sheet = book.newWorksheet(name.substring(0, Math.min(LONGEST_SHEET_NAME, name.length())));
            var header = header();
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int at = 0; at < table.rows().size(); at++) {
                write(sheet, at);
            }
        }
    }

    private void write(Worksheet sheet, int at) throws IOException {
        sheet.value(at + 1, 0, label(at));
        var figures = figures(at);
        for (int column = 0; column < figures.size(); column++) {
            if (figures.get(column) != null) {
                sheet.value(at + 1, column + 1, figures.get(column));
            }
        }
        if ((at + 1) % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private List<String> header() {
        var header = new ArrayList<String>();
        header.add(ReportTexts.title(table.report().name()));
        table.columns().forEach(column -> header.add(ReportTexts.heading(column)));
        if (table.isCompared()) {
            header.add(Sentence.of("report.before"));
        }
        return header;
    }

    private String label(int at) {
        return texts.label(table.report(), table.rows().get(at));
    }

    private List<BigDecimal> figures(int at) {
        Row row = table.rows().get(at);
        var figures = new ArrayList<>(row.figures());
        if (table.isCompared()) {
            figures.add(table.before().get(at));
        }
        return figures;
    }
}
