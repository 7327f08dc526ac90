package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.springframework.web.util.UriUtils;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/**
 * A report as its page shows it.
 *
 * @param summary the picture in a sentence
 * @param more how many rows only the files have
 * @param shortDays the days of the rows, short enough to stand below the picture; empty for other rows
 */
record ReportView(
        Report report,
        String title,
        String definition,
        String summary,
        List<Head> heads,
        List<Line> lines,
        Line total,
        boolean compared,
        int more,
        ReportChart chart,
        List<String> shortDays) {

    /** More rows are in the files. */
    private static final int MOST_ROWS = 200;

    /** A column with its definition. */
    record Head(String text, String definition) {}

    /**
     * A cell.
     *
     * @param heat from 0 to 5, the warmer the larger
     * @param behind address of the orders that it stands for; null when there is none
     */
    record Cell(String text, int heat, String behind) {}

    /**
     * A row.
     *
     * @param before the first figure of the period before
     * @param behind address of the orders behind it, or of what it is about; null when there is none
     */
    record Line(String label, List<Cell> cells, String before, String change, String behind) {}

    static ReportView of(ReportTable table, ReportTexts texts, ReportAddress address) {
        var report = table.report();
        var lines = IntStream.range(0, Math.min(MOST_ROWS, table.rows().size()))
                .mapToObj(at -> line(table, at, texts, address))
                .toList();
        return new ReportView(
                report,
                ReportTexts.title(report.name()),
                ReportTexts.definition(report.name()),
                summary(table, lines),
                table.columns().stream()
                        .map(column -> new Head(ReportTexts.heading(column), ReportTexts.definition(column)))
                        .toList(),
                lines,
                total(table, texts, address),
                table.isCompared(),
                Math.max(0, table.rows().size() - MOST_ROWS),
                ReportChart.of(table),
                report.keys() == Report.Keys.DAY
                        ? table.rows().stream()
                                .map(row -> texts.shortDay(row.key()))
                                .toList()
                        : List.of());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public boolean isDrawn() {
        return !chart.bars().isEmpty() || !chart.columns().isEmpty();
    }

    /** Tells whether the picture has all figures of a day, one on the other. */
    public boolean isLayered() {
        return report.shape() == Report.Shape.LAYERS;
    }

    /** Tells whether the table is the picture. */
    public boolean isGrid() {
        return report.shape() == Report.Shape.GRID;
    }

    /** Tells whether the columns need a definition; hours need none. */
    public boolean isDefined() {
        return heads.stream().allMatch(head -> head.definition() != null);
    }

    public String address() {
        return "/reports/" + report.name();
    }

    private static Line line(ReportTable table, int at, ReportTexts texts, ReportAddress address) {
        var row = table.rows().get(at);
        var before = table.isCompared() ? table.before().get(at) : null;
        return new Line(
                texts.label(table.report(), row),
                cells(table, row, texts, address),
                texts.figure(before, unit(table)),
                texts.change(row.figures().get(0), before),
                behind(table.report(), row, address));
    }

    private static String behind(Report report, Row row, ReportAddress address) {
        return report.pageOfRow()
                .map(page -> page + UriUtils.encodePathSegment(row.key(), StandardCharsets.UTF_8))
                .orElseGet(() -> report.ordersBehind().isPresent() ? orders(report, row, "", address) : null);
    }

    private static String orders(Report report, Row row, String figure, ReportAddress address) {
        var wanted = new FigureAddress(row.key() == null ? "" : row.key(), figure, null);
        if (report.keys() == Report.Keys.DAY) {
            var day = LocalDate.parse(row.key());
            return wanted.at(address.on(day, day), report.name());
        }
        return wanted.at(address, report.name());
    }

    /** Null where a figure stands for no orders. */
    private static String orders(Report report, Row row, Column column, BigDecimal figure, ReportAddress address) {
        if (!column.standsForOrders() || figure == null || figure.signum() <= 0) {
            return null;
        }
        return row == null
                ? new FigureAddress(null, column.code(), null).at(address, report.name())
                : orders(report, row, column.code(), address);
    }

    private static List<Cell> cells(ReportTable table, Row row, ReportTexts texts, ReportAddress address) {
        var largest = table.report().shape() == Report.Shape.GRID ? largest(table) : null;
        var cells = new ArrayList<Cell>();
        for (int at = 0; at < table.columns().size(); at++) {
            var column = table.columns().get(at);
            var figure = row.figures().get(at);
            cells.add(new Cell(
                    texts.figure(figure, column.unit()),
                    largest == null ? 0 : ReportChart.heat(figure, largest),
                    orders(table.report(), row, column, figure, address)));
        }
        return cells;
    }

    private static BigDecimal largest(ReportTable table) {
        return table.rows().stream()
                .flatMap(row -> row.figures().stream())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /** Null when nothing can be added. */
    private static Line total(ReportTable table, ReportTexts texts, ReportAddress address) {
        if (table.rows().isEmpty() || !table.columns().get(0).additive()) {
            return null;
        }
        var cells = IntStream.range(0, table.columns().size())
                .mapToObj(at -> total(table, at, texts, address))
                .toList();
        return new Line(
                Sentence.of("report.total"),
                cells,
                texts.figure(table.totalBefore(), unit(table)),
                texts.change(table.total(0), table.totalBefore()),
                null);
    }

    private static Cell total(ReportTable table, int at, ReportTexts texts, ReportAddress address) {
        var column = table.columns().get(at);
        var total = table.total(at);
        return total == null
                ? new Cell("", 0, null)
                : new Cell(texts.figure(total, column.unit()), 0, orders(table.report(), null, column, total, address));
    }

    /** What a picture shows first: the largest figure, and what it is about. */
    private static String summary(ReportTable table, List<Line> lines) {
        var columns = isOfAllFigures(table.report()) ? table.columns().size() : 1;
        BigDecimal largest = null;
        var text = "";
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < columns; column++) {
                var figure = table.rows().get(row).figures().get(column);
                if (figure != null && (largest == null || figure.compareTo(largest) > 0)) {
                    largest = figure;
                    text = Sentence.of(
                            "report.summary",
                            table.rows().size(),
                            ReportTexts.heading(table.columns().get(column)),
                            lines.get(row).label(),
                            lines.get(row).cells().get(column).text());
                }
            }
        }
        return text;
    }

    private static boolean isOfAllFigures(Report report) {
        return report.shape() == Report.Shape.GRID || report.shape() == Report.Shape.LAYERS;
    }

    private static Unit unit(ReportTable table) {
        return table.columns().get(0).unit();
    }
}
