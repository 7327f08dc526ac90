package io.ordertrail.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words from which one typing error makes what is typed: a character too many, too few or wrong, or two neighbours
 * swapped.
 */
final class TypingErrors {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final String DIGITS = "0123456789";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final int LARGEST_ALPHABET = 120;

    static Set<String> of(String typed) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST || FoldedText.isDense(typed)) {
            return Set.of();
        }
        var words = new LinkedHashSet<String>();
        var letters = alphabet(typed);
        for (int i = 0; i <= typed.length(); i++) {
            var before = typed.substring(0, i);
            var after = typed.substring(i);
            letters.forEach(letter -> words.add(before + letter + after));
            if (!after.isEmpty()) {
                var rest = after.substring(1);
                words.add(before + rest);
                letters.forEach(letter -> words.add(before + letter + rest));
            }
            if (after.length() > 1) {
                words.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        words.remove(typed);
        return words;
    }

    /** The characters that can stand in for one of these: all of their scripts. */
    private static List<String> alphabet(String typed) {
        var letters = new HashSet<String>(characters(DIGITS));
        typed.chars()
                .mapToObj(Character.UnicodeScript::of)
                .distinct()
                .forEach(script -> letters.addAll(
                        switch (script) {
                            case COMMON -> Set.<String>of();
                            case LATIN -> characters(LATIN);
                            default -> letters(script);
                        }));
        return new ArrayList<>(letters);
    }

    private static Set<String> letters(Character.UnicodeScript script) {
        return IntStream.range(0x80, 0x3000)
                .filter(c -> Character.UnicodeScript.of(c) == script && Character.isLetter(c))
                .mapToObj(c -> String.valueOf((char) c))
                .filter(letter -> FoldedText.fold(letter).equals(letter))
                .limit(LARGEST_ALPHABET)
                .collect(Collectors.toSet());
    }

    private static Set<String> characters(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.toSet());
    }

    private TypingErrors() {}
}
