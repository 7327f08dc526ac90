package io.ordertrail.intake.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Formulas;
import io.ordertrail.refusal.Sentence;

/**
 * How to understand the rows of a file.
 *
 * @param source where the file comes from; the channel of its orders
 * @param values by the name of a column, what stands in its cells and what it is read as
 * @param history whether its orders had ended before they came here
 */
public record FileLayout(
        String source,
        FileFormat format,
        List<String> header,
        Mapping mapping,
        ValueStyle style,
        Map<String, Map<String, String>> values,
        boolean history) {

    public FileLayout {
        values = values == null ? Map.of() : values;
    }

    FileLayout(String source, FileFormat format, List<String> header, Mapping mapping, ValueStyle style) {
        this(source, format, header, mapping, style, Map.of(), false);
    }

    /** The same, read in another style and with other columns. */
    public FileLayout readAs(ValueStyle otherStyle, Mapping otherColumns) {
        return new FileLayout(source, format, header, otherColumns, otherStyle, values, history);
    }

    /**
     * The same with another value for a cell.
     *
     * @param instead what the cell is read as wherever it stands in the column; empty for what it says
     */
    public FileLayout withValue(String column, String cell, String instead) {
        var changed = new TreeMap<>(values);
        var ofColumn = new TreeMap<>(values.getOrDefault(column, Map.of()));
        ofColumn.remove(cell);
        if (!instead.isEmpty()) {
            ofColumn.put(cell, instead);
        }
        changed.put(column, ofColumn);
        changed.values().removeIf(Map::isEmpty);
        return new FileLayout(source, format, header, mapping, style, changed, history);
    }

    /**
     * The layout of the next file of the source with the same columns. What its partner calls customers and products
     * stays known; any other value was a fault of the earlier file. Some faulty rows tell less about the style than the
     * file that they come from.
     */
    public FileLayout remembering(FileLayout last) {
        var known = new TreeMap<String, Map<String, String>>();
        Stream.of(OrderField.CUSTOMER, OrderField.SKU)
                .flatMap(field -> last.mapping.column(field).stream())
                .map(header::get)
                .filter(last.values::containsKey)
                .forEach(column -> known.put(column, last.values.get(column)));
        return new FileLayout(source, format, header, last.mapping, styleAfter(last), known, history);
    }

    /** The same for orders that had ended before they came here. */
    public FileLayout ofThePast(boolean past) {
        return new FileLayout(source, format, header, mapping, style, values, past);
    }

    /** The fields without which no row is an order and that no column holds. */
    List<OrderField> missing() {
        return Stream.concat(
                        mapping.missing().stream(),
                        Stream.of(OrderField.ORDER_DATE)
                                .filter(day -> history && mapping.column(day).isEmpty()))
                .toList();
    }

    private ValueStyle styleAfter(FileLayout last) {
        return ReasonColumn.isIn(header) && isText() && last.isText() ? last.style : style;
    }

    /** A cell as the number or the day that it is read as; else the cell itself. */
    Object value(int place, String cell) {
        var text = Blanks.trimmed(cell);
        if (isAt(place, OrderField.REQUESTED_DELIVERY) || isAt(place, OrderField.ORDER_DATE)) {
            return style.day(text).<Object>map(day -> day).orElse(cell);
        }
        return Stream.of(OrderField.QUANTITY, OrderField.UNIT_PRICE, OrderField.DISCOUNT)
                        .anyMatch(field -> isAt(place, field))
                ? style.number(text).<Object>map(number -> number).orElse(cell)
                : cell;
    }

    private boolean isAt(int place, OrderField field) {
        return mapping.column(field).filter(column -> column == place).isPresent();
    }

    /** Tells whether it has the columns of another layout. A corrected file of faulty rows has one more, the reasons. */
    public boolean hasColumnsOf(FileLayout other) {
        return ReasonColumn.without(header).equals(ReasonColumn.without(other.header));
    }

    /**
     * The rows as the partner has them: before what a program would calculate, our files of faulty rows have an
     * apostrophe.
     */
    public UnaryOperator<Row> asSent() {
        return isText() && ReasonColumn.isIn(header)
                ? row -> new Row(
                        row.number(),
                        row.cells().stream().map(Formulas::original).toList())
                : row -> row;
    }

    /** Tells that a row has more or less cells than the header, and so may have them in wrong columns. */
    public Optional<RowFault> ragged(Row row) {
        var cells = row.cells().size();
        return isRagged(row)
                ? Optional.of(new RowFault(
                        row.number(),
                        "",
                        String.valueOf(cells),
                        Sentence.of("import.fault.ragged", cells, header.size())))
                : Optional.empty();
    }

    private boolean isRagged(Row row) {
        var extra = row.cells().stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
        return extra || isText() && row.cells().size() < header.size();
    }

    /** The places of the cells that concern a fault: the one of its column, or all of a row that is too long or short. */
    public List<Integer> places(RowFault fault, Row row) {
        if (fault.column().isEmpty()) {
            return isRagged(row)
                    ? IntStream.range(0, Math.max(header.size(), row.cells().size()))
                            .boxed()
                            .toList()
                    : List.of();
        }
        var place = header.indexOf(fault.column());
        return place < 0 ? List.of() : List.of(place);
    }

    /** The name of a column; that of a cell beyond the header says so. */
    public String column(int place) {
        return place < header.size() ? header.get(place) : Sentence.of("import.column.none");
    }

    boolean isText() {
        return format.kind() == FileFormat.Kind.TEXT;
    }

    /** The text of a cell; empty when no column holds the field. */
    public String text(Row row, OrderField field) {
        return mapping.column(field)
                .map(column -> read(header.get(column), Blanks.trimmed(row.cell(column))))
                .orElse("");
    }

    private String read(String column, String cell) {
        return values.getOrDefault(column, Map.of()).getOrDefault(cell, cell);
    }

    RowFault fault(Row row, OrderField field, String message) {
        var column = mapping.column(field);
        return new RowFault(
                row.number(),
                column.map(header::get).orElse(""),
                column.map(row::cell).orElse(""),
                message);
    }
}
