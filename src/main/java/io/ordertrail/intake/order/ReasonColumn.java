package io.ordertrail.intake.order;

import java.util.List;
import java.util.Locale;

import io.ordertrail.refusal.Sentence;

/** The column of a file of faulty rows that says why. Whoever sends the corrected file back may read another language. */
final class ReasonColumn {

    private static final String NAME = "import.why";
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE, Locale.SIMPLIFIED_CHINESE);

    static String name() {
        return Sentence.of(NAME);
    }

    /** The columns of the sender. */
    static List<String> without(List<String> header) {
        return isIn(header) ? header.subList(0, header.size() - 1) : header;
    }

    static boolean isIn(List<String> header) {
        return LANGUAGES.stream()
                .anyMatch(language -> Sentence.in(language, NAME).equals(header.get(header.size() - 1)));
    }

    private ReasonColumn() {}
}
