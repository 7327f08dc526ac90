package io.ordertrail.refusal;

import java.util.function.IntPredicate;

/**
 * The version of a record that a change starts from. A change that starts from an older one would undo what others
 * changed meanwhile.
 */
public record ExpectedVersion(IntPredicate matches) {

    /** For a change that counts whatever the record holds. */
    public static final ExpectedVersion ANY = new ExpectedVersion(version -> true);

    public static ExpectedVersion of(int expected) {
        return new ExpectedVersion(version -> version == expected);
    }

    /**
     * Refuses a change that starts from another version.
     *
     * @throws StaleVersion when the version is not the expected one
     */
    public void refuseOther(int version) {
        if (!matches.test(version)) {
            throw new StaleVersion();
        }
    }
}
