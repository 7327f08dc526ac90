package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Where a line of a text begins.
 *
 * @param line its number, beginning with 1
 * @param bytes before it
 */
public record LineStart(long line, long bytes) {

    /** The beginning of a file. */
    public static final LineStart FIRST = new LineStart(1, 0);

    private static final int BUFFER = 1 << 16;

    /** Finds where a later line begins. The rows of a spreadsheet begin nowhere: they are counted. */
    public LineStart of(long later, Content file, FileFormat format) {
        if (format.kind() == FileFormat.Kind.SPREADSHEET) {
            return new LineStart(later, 0);
        }
        try {
            return find(later, file, new LineEnds(format.charset()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LineStart find(long later, Content file, LineEnds ends) throws IOException {
        var at = bytes;
        try (var in = file.from(bytes)) {
            var buffer = new byte[BUFFER];
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                for (int i = 0; i < read; i += ends.width()) {
                    if (line + ends.seen() == later && !ends.isSecondHalf(buffer, i)) {
                        return new LineStart(later, at + i);
                    }
                    ends.see(buffer, i);
                }
                at += read;
            }
        }
        return new LineStart(line + ends.seen(), at);
    }
}
