package io.ordertrail.intake.file;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number of the row in a spreadsheet, or of its first line in a text; both begin with 1
 */
public record Row(long number, List<String> cells) {

    private static final int SAMPLES = 3;

    /** Returns a cell; empty where the row is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Some different cells of a column, for a person to see what it holds. */
    public static List<String> samples(List<Row> rows, int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
