package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.ordertrail.refusal.Formulas;
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

    /** A row with its reason. Cells beyond the header of the sender stand after it, so that none is lost. */
    static List<String> with(List<String> cells, List<String> header, String reason) {
        var width = without(header).size();
        var row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        row.addAll(Collections.nCopies(width - row.size(), ""));
        row.add(reason);
        if (cells.size() > header.size()) {
            row.addAll(cells.subList(header.size(), cells.size()));
        }
        return row;
    }

    /** The names of the columns as the partner has them, without what our files write before a formula. */
    static List<String> asSent(List<String> header) {
        return isIn(header) ? header.stream().map(Formulas::original).toList() : header;
    }

    static boolean isIn(List<String> header) {
        return LANGUAGES.stream()
                .anyMatch(language -> Sentence.in(language, NAME).equals(header.get(header.size() - 1)));
    }

    private ReasonColumn() {}
}
