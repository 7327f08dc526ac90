package io.ordertrail.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parts by which a word is found. A word of letters has its beginning of two and each three in a row; a word of a
 * dense script has each character and each two in a row.
 */
final class WordParts {

    private static final int PAIR = 2;
    private static final int TRIPLE = 3;
    private static final String START = "^";

    /** All parts of a word that is stored. */
    static Set<String> of(String word) {
        var parts = new LinkedHashSet<String>();
        if (FoldedText.isDense(word)) {
            parts.addAll(inRow(word, 1));
            parts.addAll(inRow(word, PAIR));
        } else if (word.length() >= PAIR) {
            parts.add(START + word.substring(0, PAIR));
            parts.addAll(inRow(word, TRIPLE));
        }
        return parts;
    }

    /** The parts that a word has which contains, or begins with, what is typed; none when it is too short. */
    static Set<String> typed(String text) {
        var length = text.codePointCount(0, text.length());
        if (FoldedText.isDense(text)) {
            return inRow(text, Math.min(length, PAIR));
        }
        return length < PAIR ? Set.of() : length == PAIR ? Set.of(START + text) : inRow(text, TRIPLE);
    }

    /** The single characters of a word of a dense script. */
    static Set<String> characters(String text) {
        return inRow(text, 1);
    }

    private static Set<String> inRow(String word, int count) {
        var points = word.codePoints().toArray();
        var parts = new LinkedHashSet<String>();
        IntStream.rangeClosed(0, points.length - count).forEach(i -> parts.add(new String(points, i, count)));
        return parts;
    }

    private WordParts() {}
}
