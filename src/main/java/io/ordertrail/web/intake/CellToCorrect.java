package io.ordertrail.web.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.ImportedOrder;

/**
 * A faulty cell that a person can correct on the page.
 *
 * @param order the number of the first row of its order
 * @param version of the order
 * @param place of its column, which begins with 0
 * @param message what is wrong, what is expected and what to do
 */
record CellToCorrect(long order, int version, long row, int place, String column, String value, String message) {

    /** Nobody corrects a longer text in a field of a page. */
    private static final int LONGEST = 500;

    private record Cell(long row, int place) {}

    /** The faulty cells of orders; a cell with two faults comes once. */
    static List<CellToCorrect> of(List<ImportedOrder> faulty, FileLayout layout) {
        return faulty.stream().flatMap(order -> of(order, layout)).toList();
    }

    private static Stream<CellToCorrect> of(ImportedOrder order, FileLayout layout) {
        var cells = new LinkedHashMap<Cell, CellToCorrect>();
        order.faults().stream()
                .flatMap(fault -> cells(order, fault, layout))
                .filter(cell -> cell.value.length() <= LONGEST)
                .forEach(cell -> cells.merge(new Cell(cell.row, cell.place), cell, CellToCorrect::and));
        return cells.values().stream();
    }

    private static Stream<CellToCorrect> cells(ImportedOrder order, RowFault fault, FileLayout layout) {
        return order.rows().stream()
                .filter(row -> row.number() == fault.row())
                .flatMap(row -> layout.places(fault, row).stream()
                        .map(place -> new CellToCorrect(
                                order.firstRow(),
                                order.version(),
                                fault.row(),
                                place,
                                layout.column(place),
                                row.cell(place),
                                fault.message())));
    }

    private CellToCorrect and(CellToCorrect other) {
        return new CellToCorrect(order, version, row, place, column, value, message + " " + other.message);
    }

    /** The name of its field in the form. */
    public String name() {
        return "cell-" + order + "-" + row + "-" + place;
    }
}
