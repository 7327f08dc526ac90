package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.Row;

/**
 * The figures of a report that a person may see.
 *
 * @param before the first figure of each row in the period before; empty when there is none
 */
record ReportTable(Report report, List<Column> columns, List<Row> rows, List<BigDecimal> before) {

    static ReportTable of(Report report, List<Integer> places, List<Row> rows, List<Row> rowsBefore) {
        return new ReportTable(
                report,
                places.stream().map(at -> report.columns().get(at)).toList(),
                rows.stream().map(row -> only(places, row)).toList(),
                rowsBefore == null ? List.of() : before(report, rows, rowsBefore));
    }

    boolean isCompared() {
        return !before.isEmpty();
    }

    /** The sum of a column; null when it has none. */
    BigDecimal total(int column) {
        return columns.get(column).additive()
                ? rows.stream()
                        .map(row -> row.figures().get(column))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    /** The sum of the first figures of the period before; null when they cannot be added. */
    BigDecimal totalBefore() {
        return isCompared() && columns.get(0).additive()
                ? before.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    /** Days are compared in their sequence, everything else by its key. */
    private static List<BigDecimal> before(Report report, List<Row> rows, List<Row> rowsBefore) {
        var before = new ArrayList<BigDecimal>();
        var byKey = byKey(rowsBefore);
        for (int i = 0; i < rows.size(); i++) {
            var other = report.keys() != Report.Keys.DAY
                    ? byKey.get(rows.get(i).key())
                    : i < rowsBefore.size() ? rowsBefore.get(i) : null;
            before.add(other == null ? none(report) : other.figures().get(0));
        }
        return before;
    }

    /** What was not there before counts as nothing, but is no measurement. */
    private static BigDecimal none(Report report) {
        return report.columns().get(0).additive() ? BigDecimal.ZERO : null;
    }

    private static Map<String, Row> byKey(List<Row> rows) {
        var byKey = new HashMap<String, Row>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }

    private static Row only(List<Integer> places, Row row) {
        var figures = new ArrayList<BigDecimal>();
        places.forEach(at -> figures.add(row.figures().get(at)));
        return new Row(row.key(), row.name(), figures);
    }
}
