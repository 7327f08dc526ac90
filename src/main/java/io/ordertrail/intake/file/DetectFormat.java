package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Finds out how a file is written from what it holds; its name counts for nothing. */
public final class DetectFormat {

    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_ROWS = 50;

    /**
     * Detects the format.
     *
     * @throws UnreadableFile when the file is of a kind that holds no table
     */
    public static FileFormat of(Path file) {
        try {
            var sample = sample(file);
            if (Magic.isSpreadsheet(sample)) {
                return FileFormat.SHEET;
            }
            Magic.refuseOther(sample);
            var charset = DetectCharset.of(file, sample);
            return FileFormat.text(charset, delimiter(text(sample, charset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** The last line may be cut off. */
    private static String text(byte[] sample, Charset charset) {
        var text = new String(sample, charset);
        var end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return sample.length < SAMPLE || end < 0 ? text : text.substring(0, end);
    }

    private static char delimiter(String text) {
        return FileFormat.DELIMITERS.stream()
                .max(Comparator.comparingDouble((Character delimiter) -> likelihood(text, delimiter))
                        .thenComparing(delimiter -> -FileFormat.DELIMITERS.indexOf(delimiter)))
                .orElseThrow();
    }

    /** The more columns the header has, and the more rows have as many, the likelier is the delimiter. */
    private static double likelihood(String text, char delimiter) {
        var widths = widths(text, delimiter);
        if (widths.isEmpty() || widths.get(0) < 2) {
            return 0;
        }
        var same = widths.stream().filter(widths.get(0)::equals).count();
        return Math.pow((double) same / widths.size(), 2) * Math.min(widths.get(0), 20);
    }

    private static List<Integer> widths(String text, char delimiter) {
        try (var rows = TextRows.of(new StringReader(text), delimiter)) {
            return rows.limit(SAMPLE_ROWS).map(row -> row.cells().size()).toList();
        } catch (UnreadableFile unlikely) {
            return List.of();
        }
    }

    private DetectFormat() {}
}
