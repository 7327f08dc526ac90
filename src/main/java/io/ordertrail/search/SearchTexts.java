package io.ordertrail.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words by which a record is to be found, collected from its fields. */
public final class SearchTexts {

    /**
     * A folded word.
     *
     * @param inParts whether it is also found by a part of it
     */
    record Word(Reach reach, String text, boolean inParts) {}

    private static final int SHORTEST_CODE = 2;

    private final Set<Word> words = new LinkedHashSet<>();

    /** Adds the words of a text, such as a name. */
    public SearchTexts text(Reach reach, String text) {
        if (text != null) {
            FoldedText.words(text).forEach(word -> words.add(new Word(reach, word, true)));
        }
        return this;
    }

    /**
     * Adds a code, such as a reference: all of it as one word, its words, and its numbers without zeros in front. Parts
     * of them do not find it: a million orders have a million references with the same parts.
     */
    public SearchTexts code(Reach reach, String code) {
        if (code != null) {
            exact(reach, code);
            exact(reach, FoldedText.joined(code));
            FoldedText.words(code).forEach(word -> exact(reach, word.replaceFirst("^0+(?=\\d{2})", "")));
        }
        return this;
    }

    /** Adds a number that people write with blanks where they like, such as that of a telephone. */
    public SearchTexts whole(Reach reach, String number) {
        var joined = number == null ? "" : FoldedText.joined(number);
        if (joined.length() >= SHORTEST_CODE) {
            words.add(new Word(reach, joined, true));
        }
        return this;
    }

    /** Adds words that are found only as a whole, because every record has others. */
    public SearchTexts exact(Reach reach, String text) {
        FoldedText.words(text).stream()
                .filter(word -> !words.contains(new Word(reach, word, true)))
                .forEach(word -> words.add(new Word(reach, word, false)));
        return this;
    }

    Set<Word> words() {
        return words;
    }
}
