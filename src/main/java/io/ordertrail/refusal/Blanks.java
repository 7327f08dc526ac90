package io.ordertrail.refusal;

/** Blanks at the ends of what people and systems enter as a code. None of them can be seen, so none tells codes apart. */
public final class Blanks {

    /** What Unicode does not count as blanks although it shows nothing. Other control characters are refused. */
    private static final String INVISIBLE = "\t\n\r\u180E\u200B\u200C\u200D\u2060\u2800\u3164\uFEFF";

    /** Takes every kind of blank off both ends; null stays null. */
    public static String trimmed(String code) {
        if (code == null) {
            return null;
        }
        int start = 0;
        int end = code.length();
        while (start < end && isBlank(code.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(code.charAt(end - 1))) {
            end--;
        }
        return code.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || INVISIBLE.indexOf(c) >= 0;
    }

    private Blanks() {}
}
