package io.ordertrail.intake.file;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number of the row in a spreadsheet, or of its first line in a text; both begin with 1
 */
public record Row(long number, List<String> cells) {

    /** Returns a cell; empty where the row is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
