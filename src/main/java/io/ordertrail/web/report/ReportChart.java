package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import io.ordertrail.report.table.Row;

/**
 * The picture of a report. Coordinates are in units of the picture, from its upper left corner; the widths of bars are
 * percent of the space that the page has for them.
 *
 * @param before points of the line of the period before; empty without one
 */
record ReportChart(List<Bar> bars, List<Column> columns, List<Mark> marks, String before) {

    static final int WIDTH = 720;
    static final int HEIGHT = 220;
    static final int MOST_BARS = 20;
    private static final int LEFT = 62;
    private static final int TOP = 12;
    private static final int FOOT = 188;
    private static final int LABELS = 8;
    private static final int HUNDRED = 100;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(HUNDRED);

    /**
     * The bar of a row.
     *
     * @param width of the figure
     * @param before width of the figure before; null without one
     */
    record Bar(int row, BigDecimal width, BigDecimal before) {}

    /** A part of a column; the first lies at the foot. */
    record Part(int layer, int y, int height) {}

    /** The column of a day. */
    record Column(int row, int x, int width, List<Part> parts, boolean labelled) {

        public int middle() {
            return x + width / 2;
        }
    }

    /** A horizontal line with its figure. */
    record Mark(long figure, int y) {}

    static ReportChart of(ReportTable table) {
        return switch (table.report().shape()) {
            case BARS -> bars(table);
            case DAYS -> columns(table, 1);
            case LAYERS -> columns(table, table.columns().size());
            case GRID -> new ReportChart(List.of(), List.of(), List.of(), "");
        };
    }

    /** From 0 for nothing to 5 for the largest figure. */
    static int heat(BigDecimal figure, BigDecimal largest) {
        if (figure == null || figure.signum() <= 0) {
            return 0;
        }
        return figure.multiply(BigDecimal.valueOf(5))
                .divide(largest, 0, RoundingMode.CEILING)
                .intValue();
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int left() {
        return LEFT;
    }

    public int foot() {
        return FOOT;
    }

    private static ReportChart bars(ReportTable table) {
        var largest = largest(table, 1).max(largest(table.before()));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < Math.min(MOST_BARS, table.rows().size()); i++) {
            bars.add(new Bar(
                    i,
                    percent(table.rows().get(i).figures().get(0), largest),
                    table.isCompared() ? percent(table.before().get(i), largest) : null));
        }
        return new ReportChart(bars, List.of(), List.of(), "");
    }

    private static ReportChart columns(ReportTable table, int layers) {
        var top = roundedUp(largest(table, layers).max(largest(table.before())));
        var rows = table.rows();
        var each = (double) (WIDTH - LEFT) / Math.max(1, rows.size());
        var columns = new ArrayList<Column>();
        var before = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            var x = (int) Math.round(LEFT + i * each);
            var width = Math.max(1, (int) Math.round(each * (layers == 1 ? 0.7 : 1)));
            columns.add(new Column(i, x, width, parts(rows.get(i), layers, top), isLabelled(i, rows.size())));
            if (layers == 1 && table.isCompared() && table.before().get(i) != null) {
                before.append(x + width / 2)
                        .append(',')
                        .append(y(table.before().get(i), top))
                        .append(' ');
            }
        }
        return new ReportChart(List.of(), columns, marks(top), before.toString().strip());
    }

    private static List<Part> parts(Row row, int layers, long top) {
        var parts = new ArrayList<Part>();
        var sum = BigDecimal.ZERO;
        for (int layer = 0; layer < layers; layer++) {
            var figure = row.figures().get(layer);
            if (figure != null && figure.signum() > 0) {
                var foot = y(sum, top);
                sum = sum.add(figure);
                parts.add(new Part(layer, y(sum, top), Math.max(layers == 1 ? 1 : 0, foot - y(sum, top))));
            }
        }
        return parts;
    }

    private static List<Mark> marks(long top) {
        return List.of(
                new Mark(top, y(BigDecimal.valueOf(top), top)),
                new Mark(top / 2, y(BigDecimal.valueOf(top / 2), top)),
                new Mark(0, FOOT));
    }

    private static boolean isLabelled(int at, int all) {
        return at % Math.max(1, (all + LABELS - 1) / LABELS) == 0;
    }

    private static BigDecimal largest(ReportTable table, int layers) {
        return table.rows().stream()
                .map(row -> row.figures().subList(0, layers).stream()
                        .filter(figure -> figure != null)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static BigDecimal largest(List<BigDecimal> figures) {
        return figures.stream().filter(figure -> figure != null).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static BigDecimal percent(BigDecimal figure, BigDecimal largest) {
        return figure == null || figure.signum() <= 0 || largest.signum() == 0
                ? BigDecimal.ZERO
                : figure.multiply(WHOLE).divide(largest, 1, RoundingMode.HALF_UP);
    }

    /** The next of 2, 4, 10 times a power of ten, so that its half is a whole number. */
    private static long roundedUp(BigDecimal largest) {
        for (long power = 1; ; power *= 10) {
            for (var digit : new long[] {2, 4, 10}) {
                if (BigDecimal.valueOf(digit * power).compareTo(largest) >= 0) {
                    return digit * power;
                }
            }
        }
    }

    private static int y(BigDecimal figure, long top) {
        return FOOT
                - figure.multiply(BigDecimal.valueOf(FOOT - TOP))
                        .divide(BigDecimal.valueOf(top), 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
