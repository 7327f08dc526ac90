package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ordertrail.refusal.Blanks;

/** Opens the table in a file. It holds one row at a time, however long the file is. */
public final class OpenTable {

    static final int MAX_COLUMNS = 500;
    static final int MAX_CELL = 1_000_000;

    public static Table in(Path file, FileFormat format) {
        return in(Content.of(file), format, LineStart.FIRST);
    }

    /**
     * Opens a file. Its first row that is not blank is the header.
     *
     * @param from where the row begins with which the rows begin
     *
     * @throws UnreadableFile when it holds no table, or one that nobody can have meant
     */
    public static Table in(Content file, FileFormat format, LineStart from) {
        var table = whole(file, format);
        if (from.bytes() == 0) {
            return new Table(table.header(), table.rows().filter(row -> row.number() >= from.line()));
        }
        table.close();
        return new Table(table.header(), rows(file, format, from).filter(row -> !row.isBlank()));
    }

    private static Table whole(Content file, FileFormat format) {
        var rows = rows(file, format, LineStart.FIRST);
        try {
            return table(rows);
        } catch (RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    private static Table table(Stream<Row> rows) {
        var each = rows.filter(row -> !row.isBlank()).iterator();
        var header = header(each);
        if (!each.hasNext()) {
            throw new UnreadableFile("headers-only");
        }
        return new Table(header, stream(each).onClose(rows::close));
    }

    private static List<String> header(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            throw new UnreadableFile("empty");
        }
        var header = rows.next().cells().stream().map(Blanks::trimmed).toList();
        if (header.size() > MAX_COLUMNS) {
            throw new UnreadableFile("columns", header.size(), MAX_COLUMNS);
        }
        refuseTwice(header);
        return header;
    }

    private static void refuseTwice(List<String> header) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            var before = name.isEmpty() ? null : first.put(name.toLowerCase(Locale.ROOT), i);
            if (before != null) {
                throw new UnreadableFile("column-twice", name, before + 1, i + 1);
            }
        }
    }

    private static Stream<Row> rows(Content file, FileFormat format, LineStart from) {
        try {
            return format.kind() == FileFormat.Kind.TEXT ? TextRows.of(file, format, from) : SheetRows.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        Iterable<Row> each = () -> rows;
        return StreamSupport.stream(each.spliterator(), false);
    }

    private OpenTable() {}
}
