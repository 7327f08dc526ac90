package io.ordertrail.intake.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a file is written.
 *
 * @param charset of a text
 * @param delimiter between the cells of a text
 */
public record FileFormat(Kind kind, Charset charset, char delimiter) {

    public enum Kind {
        TEXT,
        SPREADSHEET
    }

    /** The encodings that files of the trade come in. */
    public static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "x-MacRoman", "Big5", "GB18030");

    /** The delimiters that files of the trade come with. */
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    public static final FileFormat SHEET = new FileFormat(Kind.SPREADSHEET, StandardCharsets.UTF_8, ',');

    static FileFormat text(Charset charset, char delimiter) {
        return new FileFormat(Kind.TEXT, charset, delimiter);
    }
}
