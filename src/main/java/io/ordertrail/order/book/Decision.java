package io.ordertrail.order.book;

import java.util.Arrays;
import java.util.Optional;

/** What a person can decide in a task. The form sends the word, and the conditions of the diagram compare it. */
public enum Decision {
    APPROVE("approve", false),
    REJECT("reject", true),
    CORRECT("correct", true),
    RESUBMIT("resubmit", false),
    WITHDRAW("withdraw", true),
    WAIT("wait", false),
    GO_ON("goOn", false),
    CANCEL("cancel", true),
    KEEP("keep", false),
    RELEASE("giveBack", true),
    NEW_DATE("newDate", false),
    DELIVERED("delivered", false),
    SEND_AGAIN("sendAgain", true),
    WRITE_OFF("writeOff", true);

    private final String word;
    private final boolean needsReason;

    Decision(String word, boolean needsReason) {
        this.word = word;
        this.needsReason = needsReason;
    }

    public String word() {
        return word;
    }

    /** Tells whether the decision needs a reason, for the customer or for the readers of the timeline. */
    public boolean needsReason() {
        return needsReason;
    }

    public static Optional<Decision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }
}
