package io.ordertrail.intake.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** The rows of a text whose cells a delimiter separates. */
final class TextRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Stream<Row> of(Content file, FileFormat format, LineStart from) throws IOException {
        return of(reader(file, format, from), format.delimiter(), from.line());
    }

    static Stream<Row> of(Reader text, char delimiter) {
        return of(text, delimiter, 1);
    }

    private static Stream<Row> of(Reader text, char delimiter, long firstLine) {
        var records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(OpenTable.MAX_CELL)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .iterator();
        Iterable<Row> rows = () -> rows(records, firstLine);
        return StreamSupport.stream(rows.spliterator(), false).onClose(() -> close(records));
    }

    private static Iterator<Row> rows(CloseableIterator<CsvRecord> records, long firstLine) {
        return new Iterator<>() {

            private long last = firstLine - 1;

            @Override
            public boolean hasNext() {
                return read(records::hasNext);
            }

            @Override
            public Row next() {
                var record = read(records::next);
                last = firstLine - 1 + record.getStartingLineNumber();
                return new Row(last, record.getFields());
            }

            private <T> T read(java.util.function.Supplier<T> reading) {
                try {
                    return reading.get();
                } catch (CsvParseException e) {
                    throw new UnreadableFile("cell", last + 1, OpenTable.MAX_CELL);
                }
            }
        };
    }

    /** A letter that the encoding does not have becomes U+FFFD, which the check of the row reports. */
    private static Reader reader(Content file, FileFormat format, LineStart from) throws IOException {
        var decoder = format.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new PushbackReader(
                new BufferedReader(new InputStreamReader(file.from(from.bytes()), decoder), 1 << 16));
        var first = text.read();
        if (first >= 0 && (first != BYTE_ORDER_MARK || from.bytes() > 0)) {
            text.unread(first);
        }
        return text;
    }

    private static void close(CloseableIterator<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextRows() {}
}
