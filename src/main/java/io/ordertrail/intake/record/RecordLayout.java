package io.ordertrail.intake.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.CorrectedCells;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Formulas;

/**
 * How to understand the rows of a file of records.
 *
 * @param columns places of the fields by their names, beginning with 0
 * @param cells what a person has corrected, by the number of the row and the place of the column
 */
public record RecordLayout(FileLayout file, Map<String, Integer> columns, Map<Long, Map<Integer, String>> cells) {

    /** Guesses by the names of the columns; our own headings come first, and the first column that fits. */
    static RecordLayout guess(FileLayout file, List<RecordField> fields) {
        var columns = new LinkedHashMap<String, Integer>();
        List<BiPredicate<RecordField, String>> rules = List.of(RecordField::isHeadedBy, RecordField::isCalled);
        rules.forEach(fits -> IntStream.range(0, file.header().size())
                .filter(column -> !columns.containsValue(column))
                .forEach(column -> fields.stream()
                        .filter(field -> !columns.containsKey(field.name()))
                        .filter(field -> fits.test(field, file.header().get(column)))
                        .findFirst()
                        .ifPresent(field -> columns.put(field.name(), column))));
        return new RecordLayout(file, columns, Map.of());
    }

    public RecordLayout {
        cells = cells == null ? Map.of() : cells;
    }

    RecordLayout with(FileLayout otherFile, Map<String, Integer> otherColumns) {
        return new RecordLayout(otherFile, otherColumns, cells);
    }

    /** The same with another text in a cell. */
    RecordLayout withCell(long row, int column, String text) {
        var changed = new TreeMap<>(cells);
        var ofRow = new TreeMap<>(cells.getOrDefault(row, Map.of()));
        ofRow.put(column, text);
        changed.put(row, ofRow);
        return new RecordLayout(file, columns, changed);
    }

    /** The same without what a person has corrected. */
    RecordLayout withoutCells() {
        return new RecordLayout(file, columns, Map.of());
    }

    /** The same with other values for cells of a column. What a person has replaced stays replaced. */
    RecordLayout withValues(String column, Map<String, String> values) {
        var changed = file;
        var replaced = file.values().getOrDefault(column, Map.of());
        for (var value : values.entrySet()) {
            if (!replaced.containsKey(value.getKey())) {
                changed = changed.withValue(column, value.getKey(), value.getValue());
            }
        }
        return with(changed, columns);
    }

    /** Tells whether it has the columns of another layout. A corrected file of faulty rows has one more, the reasons. */
    boolean hasColumnsOf(RecordLayout other) {
        var theirs = other.file.header();
        var ours = file.header();
        return ours.size() - theirs.size() <= 1
                && ours.size() >= theirs.size()
                && ours.subList(0, theirs.size()).equals(theirs);
    }

    /** The layout of the next file of the source with the same columns. */
    RecordLayout remembering(RecordLayout last) {
        var known = this;
        for (var column : last.file.values().entrySet()) {
            known = known.withValues(column.getKey(), column.getValue());
        }
        return known.with(known.file, last.columns);
    }

    /** The row with what a person has corrected in it. */
    Row corrected(Row row) {
        return new CorrectedCells(cells).in(row, file);
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    /** The text of a cell; empty when no column holds the field. */
    String text(Row row, String field) {
        return column(field).map(column -> read(column, row.cell(column))).orElse("");
    }

    /** Our lists have an apostrophe before what a spreadsheet program would calculate. */
    private String read(int column, String cell) {
        var text = Blanks.trimmed(Formulas.original(cell));
        return file.values().getOrDefault(file.header().get(column), Map.of()).getOrDefault(text, text);
    }

    RowFault fault(Row row, String field, String message) {
        var column = column(field);
        return new RowFault(
                row.number(),
                column.map(file.header()::get).orElse(""),
                column.map(row::cell).orElse(""),
                message);
    }

    /** A cell as the number or the day that it is read as; else the cell itself. */
    Object value(List<RecordField> fields, int place, String cell) {
        var text = Blanks.trimmed(cell);
        return fields.stream()
                .filter(field -> Integer.valueOf(place).equals(columns.get(field.name())))
                .findFirst()
                .flatMap(field -> switch (field.type()) {
                    case NUMBER -> file.style().number(text);
                    case DAY -> file.style().day(text);
                    case TEXT -> Optional.<Object>empty();
                })
                .orElse(cell);
    }

    private Optional<Integer> column(String field) {
        return Optional.ofNullable(columns.get(field));
    }
}
