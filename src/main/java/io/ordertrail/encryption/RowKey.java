package io.ordertrail.encryption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The primary key of a table: what tells its rows apart, and in which sequence they are gone through. */
public record RowKey(List<Column> columns) {

    static final String BETWEEN = "/";

    /** A column of the key. */
    record Column(String name, boolean number) {

        Object value(String text) {
            if (number) {
                return text.isEmpty() ? Long.MIN_VALUE : Long.valueOf(text);
            }
            return text;
        }
    }

    public static RowKey text(String column) {
        return new RowKey(List.of(new Column(column, false)));
    }

    public static RowKey number(String column) {
        return new RowKey(List.of(new Column(column, true)));
    }

    /** The same key with a further column. */
    public RowKey then(RowKey last) {
        return new RowKey(Stream.concat(columns.stream(), last.columns.stream()).toList());
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The key of a row as a text, to which its encrypted texts are bound. */
    String of(ResultSet row) throws SQLException {
        var values = new ArrayList<String>();
        for (var column : columns) {
            values.add(row.getString(column.name()));
        }
        return String.join(BETWEEN, values);
    }

    /** The condition for the row with this key. */
    String same() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).name() + " = :key" + i)
                .collect(Collectors.joining(" and "));
    }

    /** The condition for all rows behind this key. Its first part lets the database use the index. */
    String after() {
        return columns.size() == 1 ? after(0) : columns.get(0).name() + " >= :key0 and (" + after(0) + ")";
    }

    private String after(int i) {
        var name = columns.get(i).name();
        var beyond = name + " > :key" + i;
        return i == columns.size() - 1
                ? beyond
                : beyond + " or " + name + " = :key" + i + " and (" + after(i + 1) + ")";
    }

    /** The values of both conditions. An empty text is before all rows. */
    Map<String, Object> values(String key) {
        var rest = key;
        var values = new HashMap<String, Object>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            var begin = i == 0 ? 0 : rest.lastIndexOf(BETWEEN) + 1;
            values.put("key" + i, columns.get(i).value(rest.substring(begin)));
            rest = rest.substring(0, Math.max(0, begin - 1));
        }
        return values;
    }
}
