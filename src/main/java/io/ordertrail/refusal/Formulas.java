package io.ordertrail.refusal;

import java.util.regex.Pattern;

/** Texts that a spreadsheet program would calculate. */
public final class Formulas {

    /**
     * What such a text begins with; the wide signs are those of Chinese and Japanese keyboards. Apostrophes before it
     * count, so that each text that is written can be read again.
     */
    private static final Pattern BEGINNING = Pattern.compile("^'*[=+\\-@\\t\\r\\n|＝＋－＠]");

    /** The text as one that no program calculates: it shows what follows an apostrophe. */
    public static String harmless(String text) {
        return BEGINNING.matcher(text).find() ? "'" + text : text;
    }

    /** The text of which {@link #harmless} was made. */
    public static String original(String harmless) {
        return harmless.startsWith("'") && BEGINNING.matcher(harmless).find() ? harmless.substring(1) : harmless;
    }

    private Formulas() {}
}
