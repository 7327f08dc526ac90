package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;

import io.ordertrail.intake.file.Row;

/**
 * Cells of a file that a person corrected.
 *
 * @param rows by the number of the row and the place of the column, which begins with 0
 */
public record CorrectedCells(Map<Long, Map<Integer, String>> rows) {

    public static final CorrectedCells NONE = new CorrectedCells(Map.of());

    /** The row as corrected. A row that is too short is filled up. */
    public Row in(Row row, FileLayout layout) {
        var corrected = rows.get(row.number());
        if (corrected == null) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        var width = Math.max(layout.header().size(), Collections.max(corrected.keySet()) + 1);
        while (cells.size() < width) {
            cells.add("");
        }
        corrected.forEach(cells::set);
        return new Row(row.number(), cells);
    }
}
