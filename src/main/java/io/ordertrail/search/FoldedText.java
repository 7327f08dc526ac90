package io.ordertrail.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as a search compares it: without case, accents, width and composition. Java folds it, so that every database
 * finds the same.
 */
final class FoldedText {

    private static final int LONGEST_WORD = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Letters that Unicode does not take apart, and the sigma that ends a word. */
    private static final Map<Character, String> LETTERS =
            Map.of('ς', "σ", 'ł', "l", 'ø', "o", 'đ', "d", 'ð', "d", 'æ', "ae", 'œ', "oe", 'þ', "th", 'ħ', "h");

    /** The folded text; a dotted and a dotless i are the same, and so are ß and ss. */
    static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        var small = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        MARKS.matcher(Normalizer.normalize(small, Form.NFKD))
                .replaceAll("")
                .chars()
                .forEach(c -> folded.append(LETTERS.getOrDefault((char) c, String.valueOf((char) c))));
        return Normalizer.normalize(folded, Form.NFC);
    }

    /** The folded words of a text. Scripts that are written without blanks are words of their own. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var last = -1;
        for (var c : fold(text).codePoints().toArray()) {
            if (!word.isEmpty() && (!isPart(c) || isDense(c) != isDense(last))) {
                words.add(shortened(word));
                word.setLength(0);
            }
            if (isPart(c)) {
                word.appendCodePoint(c);
            }
            last = c;
        }
        if (!word.isEmpty()) {
            words.add(shortened(word));
        }
        return words;
    }

    /** All words of a text as one, such as a number that people write with or without hyphens. */
    static String joined(String text) {
        return shortened(String.join("", words(text)));
    }

    /** Tells whether a word is of a script whose single characters carry meaning. */
    static boolean isDense(String word) {
        return isDense(word.codePointAt(0));
    }

    private static boolean isDense(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
                    default -> false;
                };
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static String shortened(CharSequence word) {
        var end = Math.min(word.length(), LONGEST_WORD);
        return word.subSequence(0, end > 0 && Character.isHighSurrogate(word.charAt(end - 1)) ? end - 1 : end)
                .toString();
    }

    private FoldedText() {}
}
