package io.ordertrail.process.picture.svg;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A text broken into lines that are no wider than the room for them. */
public final class TextLines {

    /** The lines of a text; a line break of the text itself stays. */
    public static List<String> of(String text, double width, double fontSize) {
        return text.lines()
                .flatMap(paragraph -> wrapped(paragraph, width, fontSize))
                .toList();
    }

    private static Stream<String> wrapped(String paragraph, double width, double fontSize) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words(paragraph, width, fontSize)) {
            if (!line.isEmpty() && !fits(line + word, width, fontSize)) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
        }
        lines.add(line.strip());
        return lines.stream();
    }

    /** What must not be broken further; a word that is wider than the room is given as its letters. */
    private static List<String> words(String paragraph, double width, double fontSize) {
        return parts(paragraph, BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .flatMap(word -> fits(word, width, fontSize)
                        ? Stream.of(word)
                        : parts(word, BreakIterator.getCharacterInstance(Locale.ROOT)).stream())
                .toList();
    }

    private static List<String> parts(String text, BreakIterator breaks) {
        breaks.setText(text);
        var parts = new ArrayList<String>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            parts.add(text.substring(from, to));
        }
        return parts;
    }

    private static boolean fits(String text, double width, double fontSize) {
        return LetterWidths.of(text.stripTrailing(), fontSize) <= width;
    }

    private TextLines() {}
}
