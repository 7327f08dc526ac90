package io.ordertrail.intake.record;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.ordertrail.intake.order.OrderField;

/**
 * A field of a record that a column of a file can hold.
 *
 * @param title key of its name in the message bundles, which is the heading of the column in our own files
 * @param required tells whether no row makes sense without it
 * @param names that other programs give such a column, in small letters
 */
public record RecordField(String name, String title, boolean required, Type type, List<String> names) {

    /** What its cells are in a spreadsheet. */
    enum Type {
        TEXT,
        NUMBER,
        DAY
    }

    static RecordField required(String name, String title, String... names) {
        return new RecordField(name, title, true, Type.TEXT, List.of(names));
    }

    static RecordField of(String name, String title, String... names) {
        return new RecordField(name, title, false, Type.TEXT, List.of(names));
    }

    RecordField as(Type other) {
        return new RecordField(name, title, required, other, names);
    }

    /** Tells whether a column of this name holds the field in our own files. */
    boolean isHeadedBy(String column) {
        return AllLanguages.texts(title).anyMatch(heading -> plain(heading).equals(plain(column)));
    }

    /** Tells whether a column of this name usually holds the field. */
    boolean isCalled(String column) {
        return Stream.concat(Stream.of(OrderField.plain(name)), names.stream()).anyMatch(plain(column)::equals);
    }

    private static String plain(String name) {
        return OrderField.plain(name).toLowerCase(Locale.ROOT);
    }
}
