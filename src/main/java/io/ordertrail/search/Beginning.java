package io.ordertrail.search;

/** Patterns of LIKE for codes of which only the beginning is typed. */
public final class Beginning {

    private static final int LONGEST = 100;

    /** What begins with the text, whose wildcards are plain text; "!" escapes them. */
    public static String pattern(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST))
                        .replace("\u0000", "")
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }

    private Beginning() {}
}
