package io.ordertrail.order.book;

/**
 * A rule that fired, or a check that failed.
 *
 * @param reason a sentence of the rule's owner; of a failure, the argument of our own sentence
 * @param severity low, medium or high, as the rule's owner classifies it
 */
public record Finding(String rule, String reason, String severity) {

    public static final String CHECK_FAILED = "order-check-failed";

    private static final String HIGH = "high";
    private static final int LONGEST_RULE = 100;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_SEVERITY = 20;

    /**
     * Refuses what no hold can store.
     *
     * @throws IllegalArgumentException when a part is missing or too long
     */
    public Finding {
        require("rule", rule, LONGEST_RULE);
        require("reason", reason, LONGEST_REASON);
        require("severity", severity, LONGEST_SEVERITY);
    }

    /**
     * The rules could not be evaluated.
     *
     * @param incident its number
     */
    public static Finding checkFailed(String incident) {
        return new Finding(CHECK_FAILED, incident, HIGH);
    }

    /** Tells whether the product reports that it failed, and no rule fired. */
    public boolean isFailure() {
        return isFailure(rule);
    }

    static boolean isFailure(String rule) {
        return CHECK_FAILED.equals(rule);
    }

    private static void require(String part, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("The " + part + " of a rule has 1 to " + longest
                    + " characters; this one is " + (text == null ? "missing" : text.length() + " characters long"));
        }
    }
}
