package io.ordertrail.web.export;

import java.util.regex.Pattern;

/** Texts that a spreadsheet program would calculate. */
public final class Formulas {

    /** What such a text begins with; the wide signs are those of Chinese and Japanese keyboards. */
    private static final Pattern BEGINNING = Pattern.compile("^[=+\\-@\\t\\r\\n|＝＋－＠]");

    /** The text as one that no program calculates: it shows what follows an apostrophe. */
    public static String harmless(String text) {
        return BEGINNING.matcher(text).find() ? "'" + text : text;
    }

    private Formulas() {}
}
