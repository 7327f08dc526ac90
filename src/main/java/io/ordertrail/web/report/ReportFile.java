package io.ordertrail.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.web.export.ListFile;

/** A report as a file with the same rows and columns as its page, the figures as numbers. */
final class ReportFile {

    static ListFile of(ReportTable table, ReportTexts texts) {
        return new ListFile(
                "report " + table.report().name(),
                header(table),
                IntStream.range(0, table.rows().size()).mapToObj(at -> cells(table, at, texts)));
    }

    private static List<String> header(ReportTable table) {
        var header = new ArrayList<String>();
        header.add(ReportTexts.title(table.report().name()));
        table.columns().forEach(column -> header.add(ReportTexts.heading(column)));
        if (table.isCompared()) {
            header.add(Sentence.of("report.before"));
        }
        return header;
    }

    private static List<?> cells(ReportTable table, int at, ReportTexts texts) {
        var row = table.rows().get(at);
        var cells = new ArrayList<Object>();
        cells.add(texts.label(table.report(), row));
        cells.addAll(row.figures());
        if (table.isCompared()) {
            cells.add(table.before().get(at));
        }
        return cells;
    }

    private ReportFile() {}
}
