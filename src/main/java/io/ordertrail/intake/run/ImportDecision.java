package io.ordertrail.intake.run;

import java.util.Arrays;
import java.util.Optional;

import io.ordertrail.intake.order.ImportPolicy;

/** A person's decision on an import. The form sends the word, and the conditions of the diagram compare it. */
public enum ImportDecision {
    ENTER_SOUND("enterSound", ImportPolicy.LEAVE_FAULTY_OUT),
    ENTER_UNTIL_FAULT("enterUntilFault", ImportPolicy.STOP_AT_FIRST),
    CHECK_AGAIN("checkAgain", null),
    CANCEL("cancelImport", null);

    private final String word;
    private final ImportPolicy policy;

    ImportDecision(String word, ImportPolicy policy) {
        this.word = word;
        this.policy = policy;
    }

    public String word() {
        return word;
    }

    /** The policy that it decides on; empty when nothing is entered for now. */
    Optional<ImportPolicy> policy() {
        return Optional.ofNullable(policy);
    }

    public static Optional<ImportDecision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }
}
