package io.ordertrail.process.picture.svg;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How wide letters are, in thousandths of the font's size, in Arial and the fonts made to its measure.
 * Fonts of the machine would wrap the same text differently on each.
 */
final class LetterWidths {

    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final int IDEOGRAPH = 1000;
    private static final int OTHER = 600;
    private static final Map<Integer, Integer> WIDTHS = Map.ofEntries(
                    of(191, "'"),
                    of(222, "ijl"),
                    of(260, "|"),
                    of(278, " !,./:;I[\\]ft"),
                    of(333, "()-`r"),
                    of(334, "{}"),
                    of(355, "\""),
                    of(389, "*"),
                    of(469, "^"),
                    of(500, "Jckscvxyz"),
                    of(556, "#$0123456789?L_abdeghnopqu"),
                    of(584, "+<=>~"),
                    of(611, "FTZ"),
                    of(667, "&ABEKPSVXY"),
                    of(722, "CDHNRUw"),
                    of(778, "GOQ"),
                    of(833, "Mm"),
                    of(889, "%"),
                    of(944, "W"),
                    of(1000, "–—…→"),
                    of(1015, "@"))
            .entrySet()
            .stream()
            .flatMap(entry ->
                    entry.getValue().codePoints().distinct().mapToObj(letter -> Map.entry(letter, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static double of(String text, double fontSize) {
        return text.codePoints().map(LetterWidths::width).sum() * fontSize / 1000;
    }

    private static int width(int letter) {
        return letter >= FIRST_IDEOGRAPH ? IDEOGRAPH : WIDTHS.getOrDefault(letter, OTHER);
    }

    private static Map.Entry<Integer, String> of(int width, String letters) {
        return Map.entry(width, letters);
    }

    private LetterWidths() {}
}
