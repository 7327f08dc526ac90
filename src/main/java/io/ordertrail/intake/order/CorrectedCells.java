package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.Map;

import io.ordertrail.intake.file.Row;

/**
 * Cells of a file that a person corrected.
 *
 * @param rows by the number of the row and the place of the column, which begins with 0
 */
public record CorrectedCells(Map<Long, Map<Integer, String>> rows) {

    public static final CorrectedCells NONE = new CorrectedCells(Map.of());

    /** The row as corrected. A row that is too short is filled up to the corrected cell. */
    public Row in(Row row) {
        var corrected = rows.get(row.number());
        if (corrected == null) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        corrected.forEach((place, cell) -> {
            while (cells.size() <= place) {
                cells.add("");
            }
            cells.set(place, cell);
        });
        return new Row(row.number(), cells);
    }
}
