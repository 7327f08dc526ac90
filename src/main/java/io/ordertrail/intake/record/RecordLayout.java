package io.ordertrail.intake.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.refusal.Blanks;

/**
 * How to understand the rows of a file of records.
 *
 * @param columns places of the fields by their names, beginning with 0
 */
public record RecordLayout(FileLayout file, Map<String, Integer> columns) {

    /** Our own files write an apostrophe before what a spreadsheet program would calculate. */
    private static final Pattern HARMLESS = Pattern.compile("'[=+\\-@\\t\\r\\n|＝＋－＠].*", Pattern.DOTALL);

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
        return new RecordLayout(file, columns);
    }

    /** The layout of the next file of the source with the same columns. */
    RecordLayout remembering(RecordLayout last) {
        var known = new FileLayout(
                file.source(), file.format(), file.header(), file.mapping(), file.style(), last.file.values());
        return new RecordLayout(known, last.columns);
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    /** The text of a cell; empty when no column holds the field. */
    String text(Row row, String field) {
        return column(field).map(column -> read(column, row.cell(column))).orElse("");
    }

    private String read(int column, String cell) {
        var text = Blanks.trimmed(HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell);
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

    Optional<RowFault> ragged(Row row, String message) {
        var width = file.header().size();
        var extra = row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank());
        var isText = file.format().kind() == FileFormat.Kind.TEXT;
        return extra || isText && row.cells().size() < width
                ? Optional.of(new RowFault(
                        row.number(), "", String.valueOf(row.cells().size()), message))
                : Optional.empty();
    }

    private Optional<Integer> column(String field) {
        return Optional.ofNullable(columns.get(field));
    }
}
