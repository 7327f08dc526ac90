package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The rows of the first sheet of a spreadsheet. No formula is calculated: a cell holds what its program stored. */
final class SheetRows {

    /** What a program stores of a number beyond 15 digits is noise: 9.9499999999999993 is shown as 9.95. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final long LONGEST = 50L << 20;

    private static final String LITERALS = "\"[^\"]*\"|\\[[^]]*]|\\\\.";

    /** The library reads a file of this machine alone, and from its beginning alone. */
    static Stream<Row> of(Content file) throws IOException {
        var copy = copy(file);
        try {
            if (copy.size() > LONGEST) {
                throw new UnreadableFile("sheet-long", LONGEST >> 20);
            }
            return of(copy.path()).onClose(copy::close);
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    private static TemporaryCopy copy(Content file) throws IOException {
        try (var in = file.from(0)) {
            return TemporaryCopy.of(in, LONGEST);
        }
    }

    private static Stream<Row> of(Path file) {
        SpreadsheetGuard.check(file);
        var workbook = open(file);
        try {
            var rows = guarded(workbook.getFirstSheet().openStream().iterator());
            Iterable<Row> each = () -> rows;
            return StreamSupport.stream(each.spliterator(), false).onClose(() -> close(workbook));
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw new UnreadableFile("broken");
        }
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile("broken");
        }
    }

    /** The library fails on a broken sheet with exceptions of many kinds. */
    private static Iterator<Row> guarded(Iterator<org.dhatim.fastexcel.reader.Row> rows) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return read(rows::hasNext);
            }

            @Override
            public Row next() {
                return read(() -> row(rows.next()));
            }
        };
    }

    private static <T> T read(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableFile refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new UnreadableFile("broken");
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row) {
        if (row.getCellCount() > OpenTable.MAX_COLUMNS * 2) {
            throw new UnreadableFile("columns", row.getCellCount(), OpenTable.MAX_COLUMNS);
        }
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(SheetRows::text).orElse(""));
        }
        return new Row(row.getRowNum(), withoutEmptyEnd(cells));
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        var end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }

    private static String text(Cell cell) {
        var raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        if (raw == null || cell.getType() != CellType.NUMBER) {
            return raw == null ? "" : raw;
        }
        return isDate(cell.getDataFormatString()) ? date(cell) : number(raw);
    }

    private static boolean isDate(String format) {
        return format != null && format.replaceAll(LITERALS, "").matches("(?i).*[ymdhs].*");
    }

    private static String date(Cell cell) {
        var date = cell.asDate();
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toLocalDate() + " " + date.toLocalTime();
    }

    private static String number(String raw) {
        try {
            return new BigDecimal(raw).round(SHOWN).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetRows() {}
}
