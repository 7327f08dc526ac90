package io.ordertrail.stock.replenishment;

import java.util.Arrays;
import java.util.Optional;

/** A buyer's decision in a user task. The form sends the word, and the conditions of the diagram compare it. */
public enum PurchaseDecision {
    ORDER("order", false),
    DECLINE("decline", true),
    POSTPONE("newDay", false),
    CLOSE("close", true);

    private final String word;
    private final boolean needsReason;

    PurchaseDecision(String word, boolean needsReason) {
        this.word = word;
        this.needsReason = needsReason;
    }

    public String word() {
        return word;
    }

    public boolean needsReason() {
        return needsReason;
    }

    public static Optional<PurchaseDecision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }
}
